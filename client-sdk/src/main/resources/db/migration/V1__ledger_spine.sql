-- The state of one member: what it wants to say (outbox), what it sends (dispatch), what the ledger says (evidence) and
-- what that means (fold). Digests and statement bytes are bytea: never text, never jsonb, so that no byte is lost and no
-- hostile text can break an insert. Times of the ledger are seconds and nanoseconds, since a timestamptz would round.

create table node (
  only_row boolean primary key default true check (only_row),
  member text not null,
  channel text not null,
  chaincode text not null,
  rules_fingerprint bytea,
  next_block bigint not null default 0,
  caught_up boolean not null default false,
  rebuilds_asked bigint not null default 0,
  rebuilds_done bigint not null default 0
);

-- Outbox ---------------------------------------------------------------------------------------------------------------

create table outbox (
  id bigint generated always as identity primary key,
  client text not null,
  route text not null,
  request_key text not null,
  content bytea not null,
  statement_id bytea not null unique,
  audience text not null,
  type text not null,
  version integer not null,
  subject text not null,
  effective_from text not null,
  officer text not null,
  salt text not null,
  body bytea not null,
  sealed_bytes integer not null,
  accepted_at timestamptz not null,
  unique (client, route, request_key)
);
alter table outbox alter column body set storage external;

-- Where a statement is on its way. Apart from the outbox, so that progress rewrites a few bytes and not the body.
-- state: W waiting, H held up (code says why), B numbered in a batch, R refused by the rules, O overtaken before ordering,
-- S said before (found on the ledger)
create table outbox_place (
  outbox_id bigint primary key,
  audience text not null,
  state "char" not null,
  batch_id bigint,
  sequence bigint,
  code text,
  findings bytea,
  overtaken_by bytea
);
-- A queue in a table: what has left it must be swept often, or finding the next gets slower and slower.
alter table outbox_place set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);
create index outbox_place_waiting on outbox_place (audience, outbox_id) where state = 'W';
create index outbox_place_held on outbox_place (audience, outbox_id) where state = 'H';
create index outbox_place_refused on outbox_place (outbox_id) where state in ('R', 'O');
create index outbox_place_batch on outbox_place (batch_id) where batch_id is not null;

-- Dispatch -------------------------------------------------------------------------------------------------------------

-- state: P prepared (its outcome is not known), C committed, X released (definitely not on the ledger)
create table dispatch_batch (
  id bigint generated always as identity primary key,
  audience text not null,
  first_sequence bigint not null,
  last_sequence bigint not null,
  last_digest bytea not null,
  key_hash bytea not null,
  bytes bytea,
  state "char" not null,
  code text,
  block bigint,
  prepared_at timestamptz not null,
  resolved_at timestamptz
);
alter table dispatch_batch alter column bytes set storage external;
create unique index dispatch_one_in_flight on dispatch_batch (audience) where state = 'P';
create index dispatch_with_bytes on dispatch_batch (audience) where bytes is not null;
create index dispatch_committed on dispatch_batch (audience, last_sequence) where state = 'C';

create table dispatch_attempt (
  batch_id bigint not null references dispatch_batch,
  attempt integer not null,
  tx_id text not null,
  envelope bytea not null,
  made_at timestamptz not null,
  primary key (batch_id, attempt)
);

-- What holds a stream up right now; no row while it flows.
create table dispatch_trouble (
  audience text primary key,
  code text not null,
  detail text not null,
  since timestamptz not null,
  attempts integer not null
);

-- Evidence: append-only ------------------------------------------------------------------------------------------------

create table block (
  number bigint primary key,
  previous_hash bytea not null,
  data_hash bytea not null,
  received_at timestamptz not null
);

create table public_record (
  block bigint not null,
  tx_index integer not null,
  ordinal integer not null,
  tx_id text not null,
  creator text not null,
  key text not null,
  value bytea not null,
  accepted boolean not null,
  primary key (block, tx_index, ordinal)
);

-- One row for each transaction that wrote to a collection of this member: the proof that a court is shown.
create table ledger_transaction (
  block bigint not null,
  tx_index integer not null,
  tx_id text not null,
  tx_seconds bigint not null,
  tx_nanos integer not null,
  chaincode text not null,
  creator text not null,
  endorsers text[] not null,
  envelope bytea not null,
  received_at timestamptz not null,
  off_clock boolean not null,
  primary key (block, tx_index)
);
alter table ledger_transaction alter column envelope set storage external;
create index ledger_transaction_id on ledger_transaction (tx_id);

-- kind: B a batch (or whatever else stands where a batch should), H the stream's head
create table evidence (
  id bigint primary key,
  block bigint not null,
  tx_index integer not null,
  ordinal integer not null,
  collection text not null,
  kind "char" not null,
  key_hash bytea not null,
  value_hash bytea not null,
  writes_in_collection integer not null,
  foreign key (block, tx_index) references ledger_transaction
);
create index evidence_of_collection on evidence (collection, id);
create index evidence_of_key on evidence (key_hash);

create table evidence_value (
  evidence_id bigint primary key references evidence,
  value bytea not null,
  received_at timestamptz not null
);
alter table evidence_value alter column value set storage external;

create table incident (
  id bigint generated always as identity primary key,
  block bigint not null,
  tx_index integer not null,
  code text not null,
  detail text not null,
  tx_id text not null,
  seen_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'evidence is append-only: %', tg_table_name; end $$;

create trigger block_append_only before update or delete or truncate on block
  for each statement execute function refuse_change();
create trigger public_record_append_only before update or delete or truncate on public_record
  for each statement execute function refuse_change();
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
  for each statement execute function refuse_change();
create trigger evidence_append_only before update or delete or truncate on evidence
  for each statement execute function refuse_change();
create trigger evidence_value_append_only before update or delete or truncate on evidence_value
  for each statement execute function refuse_change();
create trigger incident_append_only before update or delete or truncate on incident
  for each statement execute function refuse_change();

-- Hashes whose bytes have not arrived yet; a row goes when they do.
create table missing (
  evidence_id bigint primary key references evidence,
  block bigint not null,
  collection text not null,
  since timestamptz not null,
  asked integer not null default 0,
  next_ask timestamptz not null
);

-- Fold: everything below can be wiped and made again from the evidence ---------------------------------------------------

create table pair_progress (
  first_member text not null,
  second_member text not null,
  evidence_id bigint not null,
  primary key (first_member, second_member)
);

create table stream_state (
  author text not null,
  audience text not null,
  sequence bigint not null,
  digest bytea not null,
  tx_seconds bigint not null,
  tx_nanos integer not null,
  primary key (author, audience)
);

create table statement (
  author text not null,
  audience text not null,
  sequence bigint not null,
  statement_id bytea not null,
  content bytea,
  type text not null,
  version integer not null,
  subject text not null,
  block bigint not null,
  tx_index integer not null,
  batch_index integer not null,
  evidence_id bigint not null,
  value_offset integer not null,
  value_length integer not null,
  standing text not null,
  overtaken_by bytea,
  findings bytea,
  primary key (author, audience, sequence)
);
-- With the stream, so that no planner without statistics reads the whole stream for one id.
create index statement_of_id on statement (statement_id, author, audience);
create index statement_of_subject on statement (subject, block, tx_index, batch_index);
create index statement_without_effect on statement (evidence_id, batch_index) where standing <> 'STANDS';

create table subject_state (
  first_member text not null,
  second_member text not null,
  subject text not null,
  state bytea not null,
  primary key (first_member, second_member, subject)
);
alter table subject_state alter column state set storage external;

create table quarantine (
  evidence_id bigint primary key references evidence,
  head_moved boolean not null,
  findings bytea not null
);
