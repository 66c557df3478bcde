import { migrationsOf, type Database, type MigrationSet, type Queryable } from '#libs/platform/postgres';
import { ProjectionProblem } from './projection-problem.js';
import { type Projection, titleOf } from './projection.js';
import { nameIn, type Place } from './place.js';
import { columnDefinition, type Table } from './table.js';

/** The migrations of schema `read`: checkpoints and dead letters. */
export const projectionMigrations: MigrationSet = migrationsOf('libs/engine/projections');

/** Any number will do, as long as all of our versions use the same one. */
const LOCK = 7_304_112_027;

/**
 * Makes the tables that the projections need and do not have yet, and the views that name them for people. An existing view
 * is left as it is: it names the live version, and only a rebuild moves it on.
 * @param owner a database whose login may take the role `vinhdanh_owner`; the migrations have run.
 * @throws ProjectionProblem `TABLE_DIFFERS` when a table has another shape than the program describes.
 */
export async function ensureTables(owner: Database, projections: readonly Projection[]): Promise<void> {
  await owner.transaction(async (connection) => {
    await connection.query('set local role vinhdanh_owner');
    // Two processes that start at once would both find no table.
    await connection.query('select pg_advisory_xact_lock($1)', [LOCK]);
    for (const table of projections.flatMap(({ tables }) => tables)) await ensureTable(connection, table);
  });
  await verifyTables(owner, projections);
}

async function ensureTable(connection: Queryable, table: Table): Promise<void> {
  if (await exists(connection, table.sqlName)) return;
  await createTable(connection, table, 'live');
  await createIndexes(connection, table, 'live');
  if (!(await exists(connection, table.viewName))) await nameLive(connection, table);
}

/** Makes a table with its key and no other index. */
export async function createTable(connection: Queryable, table: Table, place: Place): Promise<void> {
  const key = table.key.map(({ name }) => name).join(', ');
  await connection.query(
    `create table ${nameIn(table, place)} (${table.columns.map(columnDefinition).join(', ')}, primary key (${key}))`,
  );
}

/** Makes the indexes of a table that has none but its key. */
export async function createIndexes(connection: Queryable, table: Table, place: Place): Promise<void> {
  for (const index of table.indexes) {
    if (typeof index === 'string') await connection.query(`create index on ${nameIn(table, place)} ${index}`);
    else if (await hasExtension(connection, index.needs))
      await connection.query(`create index on ${nameIn(table, place)} ${index.on}`);
  }
}

/** Whether a server has an extension, where its functions are found without naming their schema. */
export async function hasExtension(connection: Queryable, name: string): Promise<boolean> {
  const { rows } = await connection.query<{ there: boolean }>(
    `select exists (select from pg_extension e join pg_namespace n on n.oid = e.extnamespace
       where e.extname = $1 and n.nspname in ('public', 'pg_catalog')) as there`,
    [name],
  );
  return rows[0]?.there === true;
}

/** Lets the view that names the live version for people name this one. Its columns may have changed. */
export async function nameLive(connection: Queryable, { viewName, sqlName }: Table): Promise<void> {
  await connection.query(`drop view if exists ${viewName}`);
  await connection.query(`create view ${viewName} as select * from ${sqlName}`);
}

export async function exists(connection: Queryable, relation: string): Promise<boolean> {
  const { rows } = await connection.query<{ found: boolean }>(`select to_regclass($1) is not null as found`, [
    relation,
  ]);
  return rows[0]?.found === true;
}

/**
 * Checks that every table is there in the described shape.
 * @throws ProjectionProblem `TABLE_MISSING`, `TABLE_DIFFERS`
 */
export async function verifyTables(
  database: Queryable,
  projections: readonly Projection[],
  place: Place = 'live',
): Promise<void> {
  for (const projection of projections) {
    for (const table of projection.tables) {
      const { rows } = await database.query<{ shape: string }>(
        `select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end as shape
         from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`,
        [nameIn(table, place)],
      );
      if (rows.length === 0)
        throw new ProjectionProblem('TABLE_MISSING', `${titleOf(projection)} has no table ${nameIn(table, place)}.`);
      const described = table.columns.map(
        ({ name, type, nullable }) => `${name} ${LONG_NAMES[type] ?? type}${nullable ? ' null' : ''}`,
      );
      const actual = rows.map(({ shape }) => shape);
      if (actual.join() !== described.join())
        throw new ProjectionProblem(
          'TABLE_DIFFERS',
          `The table ${nameIn(table, place)} has other columns than this program describes. A changed shape needs a new version of ${projection.name}.`,
        );
    }
  }
}

/** As the server's catalogue spells them. */
const LONG_NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer' };
