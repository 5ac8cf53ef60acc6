-- An approval that replaces a certificate cancels that one first: the statement that does. The certificate is stated, and
-- statement_id set, only once the cancellation stands.
alter table api.application add column cancellation_id bytea;
