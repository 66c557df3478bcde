-- A read model may be filled a second time beside the one that serves: `next` is to take its place, `check` only to be compared
-- with it. Each has tables, a checkpoint and dead letters of its own.

alter table read.checkpoint add column place text not null default 'live' check (place in ('live', 'next', 'check'));
alter table read.checkpoint drop constraint checkpoint_pkey;
alter table read.checkpoint add primary key (projection, version, place);

alter table read.dead_letter add column place text not null default 'live' check (place in ('live', 'next', 'check'));
alter table read.dead_letter drop constraint dead_letter_pkey;
alter table read.dead_letter add primary key (projection, version, place, stream, revision);
