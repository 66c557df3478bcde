-- Dry runs of drafted procedures: who works on one, how far he is, and what was found. Operational state: may be run again at will,
-- holds ids, codes and moments, and nothing of what a dossier says.
create table ops.dry_run (
  run_id         uuid primary key,
  code           text not null,
  version        text not null,
  hash           text not null,
  state          text not null check (state in ('running', 'done')),
  -- Who works on it; another takes it over when he was not heard of for a while.
  worker         uuid not null,
  heard_at       timestamptz not null default now(),
  total          integer not null default 0,
  looked         integer not null default 0,
  other_outcome  integer not null default 0,
  other_deadline integer not null default 0,
  started_at     timestamptz not null default now(),
  ended_at       timestamptz
);
create index on ops.dry_run (code, version, started_at);

create table ops.dry_run_finding (
  run_id     uuid not null references ops.dry_run on delete cascade,
  dossier_id text not null,
  rehearsal  jsonb not null,
  primary key (run_id, dossier_id)
);

grant select, insert, update, delete on ops.dry_run, ops.dry_run_finding to vinhdanh_app;
grant select on ops.dry_run, ops.dry_run_finding to vinhdanh_reader;
