-- Read models: rebuilt at will from the log. The tables of the models themselves belong to their version of the program and
-- are made at start; here stands what all of them need. Owned by vinhdanh_owner, filled by vinhdanh_app.

create schema read;

-- How far a projection has come, and who may move it.
create table read.checkpoint (
  projection  text not null,
  version     int not null,
  position    text not null,          -- the last event whose effect is in the tables; opaque
  ordinal     bigint not null,        -- how many events of the log that is
  updated_at  timestamptz not null default clock_timestamp(),
  lease_owner text,                   -- the runner that works; null: nobody
  lease_until timestamptz,            -- by this server's clock; later, somebody else may take over
  primary key (projection, version)
) with (fillfactor = 50); -- rewritten by every batch: room for new versions of the row in its own page

-- Events that a projection could not take in, and those of the same stream that wait behind them. Of the error only what can
-- hold no personal data: its code, and where in the program or the schema it came from.
create table read.dead_letter (
  projection text not null,
  version    int not null,
  stream     text not null,
  revision   int not null,
  position   text not null,
  ordinal    bigint not null,
  event_id   uuid not null,
  type       text not null,
  error_code text not null,           -- SQLSTATE, name of the exception, or BEHIND_DEAD_LETTER
  origin     text not null,
  attempts   int not null default 1,
  parked_at  timestamptz not null default clock_timestamp(),
  tried_at   timestamptz not null default clock_timestamp(),
  primary key (projection, version, stream, revision)
);

grant usage on schema read to vinhdanh_app, vinhdanh_reader;
grant select, insert, update, delete on all tables in schema read to vinhdanh_app;
grant select on all tables in schema read to vinhdanh_reader;

alter default privileges in schema read grant select, insert, update, delete on tables to vinhdanh_app;
alter default privileges in schema read grant select on tables to vinhdanh_reader;
