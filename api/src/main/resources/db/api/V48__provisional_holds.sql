-- presented_at: when an officer presented it; whether its validity has ended is judged by that moment.
-- held_until: an instance checks it now, and no other takes it before then.
alter table provisional_decision add column presented_at timestamptz, add column held_until timestamptz;
update provisional_decision set presented_at = decided_at;
alter table provisional_decision alter column presented_at set not null;
