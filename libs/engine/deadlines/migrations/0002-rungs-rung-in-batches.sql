-- What hangs in the queue is a moment, and rungs whose moment has come are taken in batches: who has taken a rung holds it
-- until `claimed_until`, by the server's clock, so that two workers do not do the same work. What is rung once is decided
-- by `state`, under the deadline's lock.
alter table ops.rung drop column attempt, drop column armed_at, add column claimed_until timestamptz;
