-- What officers presented and could not be checked, for an hour: so long one of them can decide provisionally.
create table unchecked (
  id uuid primary key,
  account text not null,
  certificate text not null,
  reasons bytea not null,
  content bytea not null,
  made_at timestamptz not null
);
alter table unchecked alter column content set storage external;
create index unchecked_by_age on unchecked (made_at);

-- decision: RELEASED, HELD. state: OPEN until a check ends in valid or invalid, then CONFIRMED or CONTRADICTED.
-- content: what was presented, until it is no longer needed. certificate: its name in paths as presented, or empty.
create table provisional_decision (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  version bigint not null default 1,
  decision text not null,
  reason text not null,
  certificate text not null,
  because bytea not null,
  decided_by text not null,
  decided_at timestamptz not null,
  state text not null default 'OPEN',
  settled_at timestamptz,
  settled_because bytea,
  closed_by text,
  closed_at timestamptz,
  remark text,
  content bytea,
  checks integer not null default 0,
  checked_at timestamptz not null,
  checked_block bigint not null default 0,
  next_check_at timestamptz not null
);
alter table provisional_decision alter column content set storage external;
create index provisional_decision_due on provisional_decision (checked_at) where state = 'OPEN' and closed_at is null;
create index provisional_decision_kept on provisional_decision (settled_at) where content is not null;
