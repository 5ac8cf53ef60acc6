-- What the API keeps beside the SDK's tables, in the same database, so that a request's key, its effect and its statement
-- are stored in one transaction.

create table organisation (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  made_at timestamptz not null default now()
);

create table account (
  name text primary key,
  organisation uuid not null references organisation,
  roles text[] not null,
  password text,
  issuer text,
  subject text,
  enabled boolean not null default true,
  failures integer not null default 0,
  failed_at timestamptz,
  made_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index account_of_organisation on account (organisation);

create table delegation (
  exporter uuid not null references organisation,
  broker uuid not null references organisation,
  until timestamptz not null,
  primary key (exporter, broker)
);
create index delegation_to_broker on delegation (broker);

-- One row for each write that succeeded, and the answer it was given.
create table idempotency (
  client text not null,
  route text not null,
  key text not null,
  content bytea not null,
  status integer not null,
  location text,
  etag text,
  body bytea not null,
  made_at timestamptz not null default now(),
  primary key (client, route, key)
);
create index idempotency_by_age on idempotency (made_at);

-- state: APPLIED, APPROVED, REFUSED, WITHDRAWN. What an approval led to is told by the statement's own progress.
create table application (
  sequence bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  organisation uuid not null references organisation,
  subject text not null,
  audience text not null,
  state text not null,
  version bigint not null default 1,
  certificate bytea not null,
  replaces text,
  applied_by text not null,
  applied_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  statement_id bytea
);
alter table application alter column certificate set storage external;
create index application_of_organisation on application (organisation, sequence desc);
create index application_in_state on application (state, sequence desc);
-- A number is applied for once at a time; after a refusal it is free again.
create unique index application_of_subject on application (subject) where state in ('APPLIED', 'APPROVED');

-- Who looked and who decided: append-only.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account text not null,
  organisation uuid,
  action text not null,
  subject text not null,
  detail text not null,
  trace text not null
);
create index audit_of_subject on audit (subject, id);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'append-only: %', tg_table_name; end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- Sessions of people, for all instances (the table that Spring Session asks for).
create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- What exporters have begun to fill in; nothing of it is checked.
create table draft (
  sequence bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  organisation uuid not null references organisation,
  version bigint not null default 1,
  content bytea not null,
  changed_at timestamptz not null
);
create index draft_of_organisation on draft (organisation, sequence desc);
