-- The keys with which messages are signed, by number. None is stored: each follows from the member's secret under a label
-- with its number. A key that signs no more has an end.
create table webhook_key (
  generation integer primary key,
  made_by text not null,
  made_at timestamptz not null,
  signs_until timestamptz
);
insert into webhook_key (generation, made_by, made_at) values (1, '', now());
