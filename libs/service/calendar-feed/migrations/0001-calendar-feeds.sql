-- Secret addresses of personal calendars. Operational state: never rebuilt from the log, part of every backup.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

-- One address per account; a new one takes the place of the old. Only a digest is kept: who reads this table reads no calendar.
create table ops.calendar_feed (
  account_id text primary key,
  digest     bytea not null unique check (octet_length(digest) = 32),
  created_at timestamptz not null default clock_timestamp()
);

grant select, insert, update, delete on ops.calendar_feed to vinhdanh_app;
