-- What happened, for whoever wants to be told: streams and webhooks both read this one table. An event is stored in the
-- transaction of what it tells. Its position comes after that, from one instance at a time, in the order in which
-- transactions ended: whoever has read up to a position has missed nothing before it.
create table event (
  id uuid primary key default gen_random_uuid(),
  position bigint unique,
  at timestamptz not null,
  type text not null,
  -- ISSUING or VERIFYING: the officers whom it concerns
  officers text not null,
  -- the exporter whom it concerns
  organisation uuid,
  data text not null
);
create index event_unplaced on event (at) where position is null;
create index event_of_organisation on event (organisation, position);
create index event_by_age on event (at);

-- Up to which statement of each stream the own fold has been told as events.
create table event_stream (
  author text not null,
  audience text not null,
  sequence bigint not null,
  primary key (author, audience)
);
