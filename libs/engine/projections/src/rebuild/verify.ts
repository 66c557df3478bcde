import type { Connection, Queryable } from '#libs/platform/postgres';
import type { Checkpoint } from '../checkpoint.js';
import { nameIn } from '../place.js';
import { verifyTables } from '../tables.js';
import { differencesOf, type TableDifferences } from './compare-rows.js';
import { Interrupted, Shadow, type Filled, type ShadowOptions } from './shadow.js';

export type Verified =
  | {
      readonly state: 'compared';
      readonly filled: Filled;
      /** Both copies hold the log up to here. */
      readonly position: string;
      readonly tables: readonly TableDifferences[];
    }
  | { readonly state: 'interrupted'; readonly filled: Filled };

/**
 * Fills a copy of a read model from the log up to where the live one stands, and compares the two row by row. The live one
 * serves and follows meanwhile; nothing of it is changed.
 * @throws ShadowHeld, or ProjectionProblem when the live tables are not there as described.
 */
export async function verify(options: ShadowOptions): Promise<Verified> {
  const { owner, projection } = options;
  await verifyTables(owner, [projection]);
  const known = await liveCheckpoint(owner, options);
  const shadow = await Shadow.open(options, 'check');
  try {
    const behind = options.store.comparePositions(shadow.checkpoint.position, known.position) <= 0;
    // An earlier copy that is further than the live one cannot be taken back to where that stands.
    if (!behind) {
      await shadow.close();
      return await verify({ ...options, fresh: true });
    }
    await shadow.fill(known.position);
    const connection = await owner.connect();
    try {
      await connection.query('begin transaction isolation level repeatable read, read only');
      // The first statement fixes what this session sees: rows and checkpoint of one moment.
      const { position } = await liveCheckpoint(connection, options);
      await shadow.fill(position);
      const tables = await compare(connection, options);
      await connection.query('commit');
      await shadow.drop();
      return { state: 'compared', filled: shadow.filled, position, tables };
    } finally {
      // Ending the session ends its transaction, whatever has happened.
      connection.release(true);
    }
  } catch (error) {
    if (error instanceof Interrupted) return { state: 'interrupted', filled: shadow.filled };
    throw error;
  } finally {
    await shadow.close();
  }
}

async function compare(snapshot: Connection, { owner, projection }: ShadowOptions): Promise<TableDifferences[]> {
  const found: TableDifferences[] = [];
  for (const table of projection.tables) {
    found.push(
      await differencesOf(
        table,
        { connection: snapshot, name: table.sqlName },
        { connection: owner, name: nameIn(table, 'check') },
      ),
    );
  }
  return found;
}

async function liveCheckpoint(connection: Queryable, { projection }: ShadowOptions): Promise<Checkpoint> {
  const { rows } = await connection.query<Checkpoint>(
    `select position, ordinal from read.checkpoint where projection = $1 and version = $2 and place = 'live'`,
    [projection.name, projection.version],
  );
  return rows[0] ?? { position: 'start', ordinal: 0 };
}
