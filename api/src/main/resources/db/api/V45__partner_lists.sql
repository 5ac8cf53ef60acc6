-- Partners' status lists as they were fetched and proven last, for all instances of this member. A row without bytes is
-- one that nobody could fetch yet.
create table partner_list (
  address text primary key,
  issuer text not null,
  secured bytea,
  valid_from timestamptz,
  valid_until timestamptz,
  retrieved_at timestamptz,
  -- After this moment a newer copy should be asked for; the copy may still be relied on.
  fresh_until timestamptz,
  used_at timestamptz not null,
  -- One instance fetches at a time, and none too soon after a failure.
  fetching_until timestamptz,
  next_try_at timestamptz,
  failures integer not null default 0,
  fault text
);
alter table partner_list alter column secured set storage external;
create index partner_list_in_use on partner_list (used_at);
