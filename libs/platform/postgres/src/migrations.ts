import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, refuseOldServer, type Connection, type Queryable } from './database.js';
import { DatabaseProblem, errorCodeOf, explainConnectionError, messageOf } from './database-problem.js';
import { ensureRoles } from './roles.js';

/** Numbered SQL files of one library: `0001-what-it-does.sql`, `0002-…`, without a gap, never changed once released. */
export interface MigrationSet {
  /** The library's name; its files are numbered within it. */
  readonly name: string;
  readonly folder: string;
}

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Any number will do, as long as all of our versions use the same one. */
const LOCK = 7_304_112_026;
const WAIT_FOR_OTHERS_MS = 120_000;

/** The migrations of a library of this repository. The compiler copies no SQL, so they are read from the source tree. */
export function migrationsOf(library: string): MigrationSet {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'package.json'))) {
    const parent = dirname(root);
    if (parent === root) throw new Error('The folder of package.json, which the migrations are found by, is missing.');
    root = parent;
  }
  return { name: basename(library), folder: join(root, library, 'migrations') };
}

/**
 * Brings a database to the state this program knows. Each file runs once, in a transaction of its own, as
 * `vinhdanh_owner`, who so owns everything. Safe to start from several processes at once: one works, the others wait.
 * @param ownerUrl a login that may create roles, or is a member of ours already.
 * @returns what was done now, as `set/0001-name`.
 * @throws DatabaseProblem with a sentence for the operator.
 */
export async function runMigrations(ownerUrl: string, sets: readonly MigrationSet[]): Promise<readonly string[]> {
  const database = openDatabase({
    url: ownerUrl,
    applicationName: 'vinhdanh migrations',
    max: 1,
    statementTimeoutMs: 0,
    lockTimeoutMs: WAIT_FOR_OTHERS_MS,
  });
  try {
    await database.ready();
    const connection = await database.connect();
    try {
      return await migrate(connection, sets, ownerUrl);
    } finally {
      // Ending the session gives the lock back, whatever has happened.
      connection.release(true);
    }
  } catch (error) {
    throw explainConnectionError(error, ownerUrl);
  } finally {
    await database.close();
  }
}

/**
 * Which files have not run on a database yet, as `set/0001-name`; looks only, and needs no more than the reader's rights.
 * @throws DatabaseProblem when the database is newer than this program, or none of ours.
 */
export async function pendingMigrations(
  database: Queryable,
  sets: readonly MigrationSet[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ title: string }>(
    `select set_name || '/' || name as title from vinhdanh.migrations order by set_name, number`,
  );
  const applied = new Set(rows.map(({ title }) => title));
  const known: string[] = [];
  for (const set of sets) known.push(...(await readSet(set)).map(({ name }) => `${set.name}/${name}`));
  const unknown = [...applied].find((title) => !known.includes(title));
  if (unknown) throw unknownMigration(unknown);
  return known.filter((title) => !applied.has(title));
}

const unknownMigration = (title: string): DatabaseProblem =>
  new DatabaseProblem(
    'MIGRATION_UNKNOWN',
    `The database has the migration ${title}, which this program does not know: it is older than the database.`,
  );

async function migrate(connection: Connection, sets: readonly MigrationSet[], url: string): Promise<readonly string[]> {
  const { rows } = await connection.query<{ version: string }>(
    `select current_setting('server_version_num') as version`,
  );
  refuseOldServer(Number(rows[0]?.version), url);
  try {
    await connection.query('select pg_advisory_lock($1)', [LOCK]);
  } catch (error) {
    if (errorCodeOf(error) !== '55P03') throw error;
    throw new DatabaseProblem('MIGRATION_WAITED', 'Another process has been migrating this database for two minutes.', {
      cause: error,
    });
  }
  await ensureRoles(connection);
  await ensureLedger(connection);
  const done: string[] = [];
  for (const set of sets) done.push(...(await applySet(connection, set)));
  return done;
}

/** Where it is written down which files ran. */
async function ensureLedger(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ may: boolean }>(
    `select has_database_privilege('vinhdanh_owner', current_database(), 'CREATE') as may`,
  );
  try {
    if (rows[0]?.may !== true)
      await connection.query(
        `do $$ begin execute format('grant create on database %I to vinhdanh_owner', current_database()); end $$`,
      );
  } catch (error) {
    throw rightMissing(error);
  }
  await asOwner(connection, async () => {
    await connection.query(`create schema if not exists vinhdanh`);
    await connection.query(
      `create table if not exists vinhdanh.migrations (
         set_name text not null,
         number int not null,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null default clock_timestamp(),
         primary key (set_name, number))`,
    );
    await connection.query(`grant usage on schema vinhdanh to vinhdanh_app, vinhdanh_reader`);
    await connection.query(`grant select on vinhdanh.migrations to vinhdanh_app, vinhdanh_reader`);
  });
}

async function applySet(connection: Connection, set: MigrationSet): Promise<readonly string[]> {
  const files = await readSet(set);
  const { rows } = await connection.query<{ number: number; name: string; checksum: string }>(
    `select number, name, checksum from vinhdanh.migrations where set_name = $1 order by number`,
    [set.name],
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  for (const row of rows.slice(files.length)) throw unknownMigration(`${set.name}/${row.name}`);
  const done: string[] = [];
  for (const file of files) {
    const earlier = applied.get(file.number);
    if (!earlier) {
      await apply(connection, set, file);
      done.push(`${set.name}/${file.name}`);
    } else if (earlier.checksum !== file.checksum) {
      throw new DatabaseProblem(
        'MIGRATION_CHANGED',
        `The migration ${set.name}/${file.name} was changed after it had run; restore it and put the change into a new file.`,
      );
    }
  }
  return done;
}

async function apply(connection: Connection, set: MigrationSet, file: Migration): Promise<void> {
  try {
    await asOwner(connection, async () => {
      await connection.query(file.sql);
      await connection.query(
        `insert into vinhdanh.migrations (set_name, number, name, checksum) values ($1, $2, $3, $4)`,
        [set.name, file.number, file.name, file.checksum],
      );
    });
  } catch (error) {
    throw new DatabaseProblem(
      'MIGRATION_FAILED',
      `The migration ${set.name}/${file.name} failed: ${messageOf(error)}.`,
      {
        cause: error,
      },
    );
  }
}

async function asOwner(connection: Connection, work: () => Promise<void>): Promise<void> {
  await connection.query('begin');
  try {
    await connection.query('set local role vinhdanh_owner');
    await work();
    await connection.query('commit');
  } catch (error) {
    await connection.query('rollback');
    throw error;
  }
}

async function readSet(set: MigrationSet): Promise<readonly Migration[]> {
  const names = (await readdir(set.folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (fileName, index) => {
      const name = fileName.slice(0, -'.sql'.length);
      if (!new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+$`).test(name))
        throw new Error(`${set.name}/${fileName}: migrations are numbered 0001-…, 0002-… without a gap.`);
      // A checkout on Windows may carry other line ends; that is no change.
      const sql = (await readFile(join(set.folder, fileName), 'utf8')).replaceAll('\r\n', '\n');
      return { number: index + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function rightMissing(cause: unknown): unknown {
  if (errorCodeOf(cause) !== '42501') return cause;
  return new DatabaseProblem(
    'DATABASE_RIGHT_MISSING',
    'The login may not let vinhdanh_owner create schemas in this database. Let its owner run: grant create on database … to vinhdanh_owner;',
    { cause },
  );
}
