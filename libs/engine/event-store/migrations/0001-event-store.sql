-- The log. Owned by vinhdanh_owner; vinhdanh_app may append through the function below and read, vinhdanh_reader may read.

-- Names are compared byte by byte (collate "C"): fast, and an index that an update of the system's locales cannot break.

create schema es;

-- One row: where the log ends. Whoever appends locks it first, so positions have no gaps and become visible in their order.
create table es.head (
  only_row    boolean primary key default true check (only_row),
  position    bigint not null check (position >= 0),
  recorded_at timestamptz not null
) with (fillfactor = 10); -- rewritten by every batch: room for new versions of the row in its own page

insert into es.head (position, recorded_at) values (0, '-infinity');

create table es.events (
  position       bigint not null primary key,
  recorded_at    timestamptz not null,
  effective_at   timestamptz not null,
  id             uuid not null,
  revision       int not null check (revision >= 0),
  schema_version int not null check (schema_version > 0),
  stream         text collate "C" not null,
  type           text collate "C" not null,
  data           text not null, -- canonical JSON (RFC 8785), kept byte for byte: jsonb would rewrite what a proof is over
  metadata       text not null,
  unique (stream, revision)
);

-- Which commands were obeyed, and what was answered.
create table es.commands (
  account        text collate "C" not null,
  command_id     text collate "C" not null,
  fingerprint    text collate "C" not null,
  stream         text collate "C" not null,
  first_revision int not null,
  last_revision  int not null,
  last_position  bigint not null,
  recorded_at    timestamptz not null,
  primary key (account, command_id)
);

-- A log that can be edited proves nothing: not even its owner may, short of taking these triggers away.
create function es.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or delete or truncate on es.events
  for each statement execute function es.refuse_change();
create trigger append_only before update or delete or truncate on es.commands
  for each statement execute function es.refuse_change();
create trigger keep_the_row before delete or truncate on es.head
  for each statement execute function es.refuse_change();

-- Appends a batch: many appends, each to a stream of its own and each with an outcome of its own, in one commit.
--
-- The first six arrays have one element per append, the others one per event; `event_append` says to which append (1…n)
-- an event belongs, `event_nth` which one it is there (1…k). Expected revision: n ≥ 0, -1 no stream, -2 any, -3 exists.
-- The caller puts no stream and no command twice into one batch.
--
-- Answers the head before the batch, and per append a letter (a accepted, r repeated, k command id reused, c conflict) and
-- the revision its stream had (-1: no stream); `earlier` holds the first answers of the repeated ones.
--
-- VOLATILE, so that each statement takes a snapshot of its own: whatever runs after the lock sees all that was committed
-- before it. The lock must stay the first statement; read something before it and two writers believe the same head.
create function es.append(
  accounts text[], command_ids text[], fingerprints text[], streams text[], expected int[], counts int[],
  event_append int[], event_nth int[], event_ids uuid[], event_types text[], event_versions int[],
  event_effective timestamptz[], event_data text[], event_metadata text[],
  out base bigint, out recorded timestamptz, out verdicts text, out revisions text, out earlier json)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
-- The plan for ten rows is right for a thousand; planning anew would cost more than the batch.
set plan_cache_mode = force_generic_plan
-- That plan may be made while the tables are empty; it must not scan them when they no longer are.
set enable_seqscan = off
as $$
begin
  select h.position, h.recorded_at into strict base, recorded from es.head h where h.only_row for update;

  -- Clocks of servers are set back; the log's never is.
  recorded := greatest(date_trunc('milliseconds', clock_timestamp()), recorded);

  with judged as materialized (
    select a.n, a.account, a.command_id, a.fingerprint, a.stream, a.events, coalesce(s.revision, -1) as revision,
      c.first_revision, c.last_revision, c.last_position, c.recorded_at,
      case
        when c.fingerprint is null then
          case when a.expected = coalesce(s.revision, -1) or a.expected = -2 or (a.expected = -3 and s.revision >= 0)
            then 'a' else 'c' end
        when c.fingerprint = a.fingerprint and c.stream = a.stream then 'r'
        else 'k'
      end as verdict
    from unnest(accounts, command_ids, fingerprints, streams, expected, counts)
      with ordinality as a(account, command_id, fingerprint, stream, expected, events, n)
    -- Lateral with a limit: a plain join is planned as a scan of the whole table, and cached.
    left join lateral (
      select c.* from es.commands c where c.account = a.account and c.command_id = a.command_id limit 1
    ) c on true
    left join lateral (
      select e.revision from es.events e where e.stream = a.stream order by e.revision desc limit 1
    ) s on true
  ), placed as materialized (
    select j.*, base + coalesce(sum(j.events) filter (where j.verdict = 'a') over (order by j.n), 0) as upto
    from judged j
  ), appended as (
    insert into es.events (position, recorded_at, effective_at, id, revision, schema_version, stream, type, data, metadata)
    select p.upto - p.events + e.nth, recorded, e.effective_at, e.id, p.revision + e.nth, e.version, p.stream, e.type,
      e.data, e.metadata
    from unnest(event_append, event_nth, event_ids, event_types, event_versions, event_effective, event_data, event_metadata)
      as e(append, nth, id, type, version, effective_at, data, metadata)
    join placed p on p.n = e.append
    where p.verdict = 'a'
  ), remembered as (
    insert into es.commands
      (account, command_id, fingerprint, stream, first_revision, last_revision, last_position, recorded_at)
    select p.account, p.command_id, p.fingerprint, p.stream, p.revision + 1, p.revision + p.events, p.upto, recorded
    from placed p where p.verdict = 'a'
  ), moved as (
    update es.head h set position = t.upto, recorded_at = recorded
    from (select max(p.upto) as upto from placed p where p.verdict = 'a') t
    where h.only_row and t.upto is not null
  )
  select string_agg(p.verdict, '' order by p.n), string_agg(p.revision::text, ',' order by p.n),
    json_agg(json_build_object('first', p.first_revision, 'last', p.last_revision, 'position', p.last_position,
      'recordedAt', p.recorded_at) order by p.n) filter (where p.verdict = 'r')
  into verdicts, revisions, earlier
  from placed p;
end $$;

revoke all on function es.append from public;
revoke all on function es.refuse_change from public;

grant usage on schema es to vinhdanh_app, vinhdanh_reader;
grant select on es.head, es.events, es.commands to vinhdanh_app, vinhdanh_reader;
grant execute on function es.append to vinhdanh_app;
