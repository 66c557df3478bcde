-- How far each reaction has followed the log, and what it could not do. Operational state, part of every backup.
create schema if not exists ops;
grant usage on schema ops to vinhdanh_app;

create table ops.reaction (
  name       text primary key,
  position   text not null,
  updated_at timestamptz not null default now()
);

-- A reaction that was refused by a rule: an operator sees it here and in `vinhdanh doctor`. Codes only, no content.
create table ops.reaction_failure (
  reaction    text not null,
  event_id    uuid not null,
  stream      text not null,
  code        text not null,
  occurred_at timestamptz not null default now(),
  primary key (reaction, event_id, stream)
);

grant select, insert, update on ops.reaction to vinhdanh_app;
grant select, insert, delete on ops.reaction_failure to vinhdanh_app;
