import type { EventStore } from '#libs/engine/event-store';
import { errorCodeOf, type Connection, type Database } from '#libs/platform/postgres';
import { setTimeout as delay } from 'node:timers/promises';
import type { Checkpoint } from '../checkpoint.js';
import { nameIn } from '../place.js';
import type { Projection } from '../projection.js';
import { exists, nameLive } from '../tables.js';
import type { Shadow } from './shadow.js';

/** A reader that is slower than this makes us try again. Below the second after which the server looks for deadlocks. */
const WAIT_FOR_READERS_MS = 500;
const ATTEMPTS = 120;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Lets a copy that has been filled take the place of the live one, in one transaction: tables, checkpoint, dead letters and the
 * view that people read. Readers wait for milliseconds; a follower finds the checkpoint moved and goes on from it.
 * @returns the names under which the tables that served until now are kept.
 */
export async function switchTo(
  shadow: Shadow,
  store: EventStore,
  owner: Database,
  projection: Projection,
): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await owner.transaction(async (connection) => exchange(connection, shadow, store, projection));
    } catch (error) {
      if (errorCodeOf(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      // Whoever came behind us and had to wait is let through first.
      await delay(100);
      await shadow.fill();
    }
  }
}

async function exchange(
  connection: Connection,
  shadow: Shadow,
  store: EventStore,
  projection: Projection,
): Promise<readonly string[]> {
  const { name, version, tables } = projection;
  // From here on nobody writes the live tables: followers and retries lock this row before anything else.
  const { rows } = await connection.query<Checkpoint>(
    `select position, ordinal from read.checkpoint
     where projection = $1 and version = $2 and place = 'live' for update`,
    [name, version],
  );
  await shadow.hold(connection);
  const to = await catchUp(connection, shadow, store, rows[0]);
  await connection.query(`set local lock_timeout = ${WAIT_FOR_READERS_MS}`);
  const live = [];
  for (const table of tables) if (await exists(connection, table.sqlName)) live.push(table);
  if (live.length > 0)
    await connection.query(`lock table ${live.map(({ sqlName }) => sqlName).join(', ')} in access exclusive mode`);
  const generation = await nextGeneration(connection);
  for (const table of live) {
    await connection.query(`alter table ${table.sqlName} rename to ${bare(table.sqlName)}_old_${generation}`);
  }
  for (const table of tables) {
    await connection.query(`alter table ${nameIn(table, 'next')} rename to ${bare(table.sqlName)}`);
    await nameLive(connection, table);
  }
  await connection.query(
    `insert into read.checkpoint as c (projection, version, place, position, ordinal) values ($1, $2, 'live', $3, $4)
     on conflict (projection, version, place) do update
       set position = excluded.position, ordinal = excluded.ordinal, updated_at = clock_timestamp()`,
    [name, version, to.position, to.ordinal],
  );
  for (const statement of [
    `delete from read.checkpoint where projection = $1 and version = $2 and place = 'next'`,
    `delete from read.dead_letter where projection = $1 and version = $2 and place = 'live'`,
    `update read.dead_letter set place = 'live' where projection = $1 and version = $2 and place = 'next'`,
  ])
    await connection.query(statement, [name, version]);
  return live.map(({ sqlName }) => `${sqlName}_old_${generation}`);
}

/** Nobody who has seen an event may see it vanish: the copy comes at least as far as the live one. */
async function catchUp(
  connection: Connection,
  shadow: Shadow,
  store: EventStore,
  live: Checkpoint | undefined,
): Promise<Checkpoint> {
  let current = shadow.checkpoint;
  // A live one that is ahead of the log (a restored backup) is no measure: what it shows was never recorded.
  const head = await store.head();
  const goal = live && store.comparePositions(live.position, head) <= 0 ? live.position : head;
  while (store.comparePositions(current.position, goal) < 0) {
    const batch = await store.readAll({ after: current.position, limit: 500 });
    if (batch.scannedTo === current.position) break;
    current = await shadow.applier.applyWithin(connection, current, batch);
  }
  return current;
}

const bare = (sqlName: string): string => sqlName.replace(/^read\./, '');

async function nextGeneration(connection: Connection): Promise<number> {
  const { rows } = await connection.query<{ next: number }>(
    `select coalesce(max(substring(relname from '_old_(\\d+)$')::int), 0) + 1 as next
     from pg_class where relnamespace = 'read'::regnamespace and relkind = 'r'`,
  );
  return rows[0]?.next ?? 1;
}
