-- When any instance of the member had contact with the ledger last: one row, kept fresh by the instance that follows.
create table ledger_contact (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);
