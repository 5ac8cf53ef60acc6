-- Systems that are told of events. position: of every event up to there it is decided whether it is sent.
create table webhook_endpoint (
  sequence bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  address text not null,
  -- an exporter's system, or one of the administration's own for some of its officers
  organisation uuid references organisation,
  officers text[] not null,
  types text[] not null,
  state text not null,
  version bigint not null default 1,
  position bigint not null,
  made_by text not null,
  made_at timestamptz not null,
  failing_since timestamptz,
  notice text
);
create index webhook_endpoint_behind on webhook_endpoint (position) where state = 'ACTIVE';

-- One row for each event and endpoint: sent again, it is the same message under the same id.
create table webhook_delivery (
  sequence bigint generated always as identity primary key,
  endpoint uuid not null references webhook_endpoint (id) on delete cascade,
  message uuid not null,
  type text not null,
  body text not null,
  state text not null,
  made_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  held_until timestamptz,
  last_at timestamptz,
  last_status integer,
  last_fault text,
  unique (endpoint, message)
);
create index webhook_delivery_due on webhook_delivery (next_try_at) where state = 'WAITING';
create index webhook_delivery_of_endpoint on webhook_delivery (endpoint, sequence desc);
create index webhook_delivery_by_age on webhook_delivery (made_at);
