-- Which missing values the partner was asked for, apart from the own peer. The answer is one of our own codes, never the
-- partner's words.
alter table missing
  add column partner_asked integer not null default 0,
  add column partner_next_ask timestamptz not null default now(),
  add column partner_code text,
  add column partner_answered_at timestamptz;

-- A partner that asks for bytes names nothing but their hash.
create index evidence_of_value on evidence (value_hash) where kind = 'B';
