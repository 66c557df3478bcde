-- Who read the log, and by which code the public asks for a dossier. Operational state: never rebuilt from the log, part of
-- every backup.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

-- An auditor's reading is itself audited: one row for each answer, only ever added to.
create table ops.log_reading (
  id            bigint generated always as identity primary key,
  account_id    text not null,
  position_id   text not null,
  at            timestamptz not null,
  -- What was asked for, as it was asked: no content of events.
  filter        jsonb not null,
  from_position text not null,
  to_position   text not null,
  events        int not null check (events >= 0)
);
grant select, insert on ops.log_reading to vinhdanh_app;

-- The code that stands on a receipt. Random, so that nothing about the dossier leads to it; looked up by its digest, so that the
-- time a look-up takes says nothing about a code.
create table ops.receipt_code (
  dossier_id text primary key,
  code       text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  digest     bytea not null unique check (octet_length(digest) = 32),
  created_at timestamptz not null default now()
);
grant select, insert on ops.receipt_code to vinhdanh_app;

-- How often the public asked, a day and an outcome a row. Neither codes nor addresses.
create table ops.look_up_count (
  day     date not null,
  outcome text not null check (outcome in ('found', 'unknown', 'mistyped', 'limited')),
  count   bigint not null,
  primary key (day, outcome)
);
grant select, insert, update on ops.look_up_count to vinhdanh_app;
