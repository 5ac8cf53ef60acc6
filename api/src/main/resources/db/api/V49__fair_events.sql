-- Statements that were parked when they were told: they are told again once the fold knows what they mean.
create table event_parked (
  author text not null,
  audience text not null,
  sequence bigint not null,
  primary key (author, audience, sequence)
);

-- What concerns one kind of officers is read without everybody else's.
create index event_of_officers on event (officers, position);

-- Each endpoint's next messages, so that one with thousands of them does not stand before the others.
create index webhook_delivery_next on webhook_delivery (endpoint, next_try_at) where state = 'WAITING';
-- How many of an endpoint are on their way.
create index webhook_delivery_held on webhook_delivery (endpoint, held_until) where held_until is not null;
drop index webhook_delivery_due;

-- Whose turn it is among the lists of one partner.
create index partner_list_of_issuer on partner_list (issuer, used_at);
