-- An approval whose statement had no effect: state UNISSUED. The number stays taken; it can be approved again.
drop index api.application_of_subject;
create unique index application_of_subject on api.application (subject)
  where state in ('APPLIED', 'APPROVED', 'UNISSUED');

-- When it was known what an approval led to; empty before.
alter table api.application add column settled_at timestamptz;
create index application_unsettled on api.application (sequence) where state = 'APPROVED' and settled_at is null;

-- A certificate that is cancelled when what is drafted is issued.
alter table api.draft add column replaces text;
-- What of the file that a draft began with found no place; JSON.
alter table api.draft add column remarks bytea;

-- Which exporter a certificate means: its number in a register, for example abr.gov.au:abn.
alter table api.organisation add column scheme text, add column number text,
  add constraint organisation_identifier check ((scheme is null) = (number is null));

create index audit_of_account on api.audit (account, id);
