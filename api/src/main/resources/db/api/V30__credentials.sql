-- Credentials of certificates, and where their status stands.

-- Lists of one kind are numbered; an entry has the same index in the lists for revocation and for suspension.
create table status_list (
  kind text not null,
  number integer not null,
  entries integer not null,
  primary key (kind, number)
);

-- Two instances may draw the same index at once: the key lets one of them have it.
create table status_entry (
  kind text not null,
  list integer not null,
  index integer not null,
  subject text not null unique,
  revoked_at timestamptz,
  suspended_at timestamptz,
  primary key (kind, list, index),
  foreign key (kind, list) references status_list
);
create index status_entry_revoked on status_entry (kind, list, index) where revoked_at is not null;
create index status_entry_suspended on status_entry (kind, list, index) where suspended_at is not null;

-- What an officer decided; the bit is set when the statement stands on the ledger, and only then.
create table status_decision (
  statement_id bytea primary key,
  subject text not null,
  purpose text not null,
  decided_at timestamptz not null,
  settled_at timestamptz,
  stands boolean
);
create index status_decision_open on status_decision (decided_at) where settled_at is null;

-- Lists as they were signed last, for all instances. content: digest of the set bits.
create table status_list_copy (
  kind text not null,
  list integer not null,
  purpose text not null,
  content bytea not null,
  secured bytea not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  primary key (kind, list, purpose),
  foreign key (kind, list) references status_list
);

-- link holds a secret: with it anybody reads the certificate. It is given to whoever may print the certificate.
create table credential (
  subject text primary key,
  id text not null unique,
  statement_id bytea not null unique,
  audience text not null,
  document bytea not null,
  secured bytea not null,
  seal text not null,
  link text not null,
  made_at timestamptz not null
);
alter table credential alter column document set storage external;
alter table credential alter column secured set storage external;

-- What the link leads to: ciphertext that needs the link's key.
create table credential_link (
  opaque text primary key,
  subject text not null unique references credential,
  content bytea not null
);
alter table credential_link alter column content set storage external;
