-- What the bells need to know. Operational state: written along the log, never rebuilt by deleting, part of the backup,
-- because it holds what was already rung.

create schema if not exists ops;
grant usage on schema ops to vinhdanh_app, vinhdanh_reader;

-- How far the planner has read the log.
create table ops.reminder_planner (
  only_row boolean primary key default true check (only_row),
  position text not null
);

-- The clocks of all dossiers, as the planner last saw them. Its row is also the lock under which a clock's rungs change.
create table ops.deadline (
  dossier_id       text not null,
  deadline_id      text not null,
  version          int not null,
  due_at           timestamptz not null,
  state            text not null check (state in ('running', 'paused', 'missed', 'closed')),
  -- The dossier's revision behind this row: a planner that looked earlier never overwrites one that looked later.
  revision         int not null,
  -- When the sweep last asked for the miss to be recorded; by the server's clock.
  miss_asked_at    timestamptz,
  primary key (dossier_id, deadline_id)
);
create index deadline_due on ops.deadline (due_at) where state = 'running';

-- The rungs of all ladders: one row per dossier, clock, version of its due moment, and rung.
create table ops.rung (
  dossier_id  text not null,
  deadline_id text not null,
  version     int not null,
  rung        text not null,
  ring_at     timestamptz not null,
  -- planned: to come. rung: done. skipped: its time came and it was not rung. cancelled: withdrawn before its time.
  state       text not null check (state in ('planned', 'rung', 'skipped', 'cancelled')),
  reason      text,
  recipients  text[] not null,
  channels    text[] not null,
  -- When it was rung or skipped, by the office's clock.
  settled_at  timestamptz,
  -- Which job of the queue stands for it (0: none yet), and when that was last made sure of, by the server's clock.
  attempt     int not null default 0,
  armed_at    timestamptz,
  primary key (dossier_id, deadline_id, version, rung),
  foreign key (dossier_id, deadline_id) references ops.deadline,
  check ((state in ('rung', 'skipped')) = (settled_at is not null)),
  check ((state in ('skipped', 'cancelled')) = (reason is not null))
);
create index rung_planned on ops.rung (ring_at) where state = 'planned';

grant select, insert, update on ops.reminder_planner, ops.deadline, ops.rung to vinhdanh_app;
grant select on ops.reminder_planner, ops.deadline, ops.rung to vinhdanh_reader;
