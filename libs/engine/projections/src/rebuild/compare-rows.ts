import type { Queryable } from '#libs/platform/postgres';
import type { RowKey, Table } from '../table.js';

/** In what two copies of a table differ. Keys are ids: no row's content leaves the database. */
export interface TableDifferences {
  readonly table: string;
  readonly rows: number;
  /** In the log's copy, not in the live table. */
  readonly missing: number;
  /** In the live table, not in the log's copy. */
  readonly surplus: number;
  /** In both, with other content. */
  readonly different: number;
  /** The first keys of each. */
  readonly keys: readonly { readonly kind: 'missing' | 'surplus' | 'different'; readonly key: RowKey }[];
}

interface Copy {
  readonly connection: Queryable;
  readonly name: string;
}

interface Digest {
  readonly key: RowKey;
  readonly digest: string;
}

const PAGE = 5_000;
const KEYS_NAMED = 20;

/** Compares two copies of a table row by row, in the order of their keys and in pages: memory does not grow with the table. */
export async function differencesOf(table: Table, live: Copy, fromLog: Copy): Promise<TableDifferences> {
  const [theirs, ours] = [rowsOf(table, live), rowsOf(table, fromLog)];
  const counts = { rows: 0, missing: 0, surplus: 0, different: 0 };
  const keys: TableDifferences['keys'][number][] = [];
  const note = (kind: 'missing' | 'surplus' | 'different', key: RowKey): void => {
    counts[kind] += 1;
    if (keys.length < KEYS_NAMED) keys.push({ kind, key });
  };
  let [a, b] = [await theirs.next(), await ours.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(a.value.key, b.value.key);
    if (order <= 0 && !a.done) {
      counts.rows += 1;
      if (order < 0) note('surplus', a.value.key);
      else if (!b.done && a.value.digest !== b.value.digest) note('different', a.value.key);
    }
    if (order > 0 && !b.done) note('missing', b.value.key);
    if (order >= 0) b = await ours.next();
    if (order <= 0) a = await theirs.next();
  }
  return { table: table.sqlName, ...counts, keys };
}

async function* rowsOf(table: Table, { connection, name }: Copy): AsyncGenerator<Digest, undefined> {
  const columns = table.key.map((column) => `t.${column.name}`).join(', ');
  const places = table.key.map((_, index) => `$${index + 1}`).join(', ');
  let after: RowKey | undefined;
  for (;;) {
    const { rows } = await connection.query<Digest>(
      `select array[${columns}] as key, md5(t::text) as digest from ${name} t
       ${after ? `where (${columns}) > (${places})` : ''} order by ${columns} limit ${PAGE}`,
      after ?? [],
    );
    yield* rows;
    if (rows.length < PAGE) return undefined;
    after = rows.at(-1)?.key;
  }
}

/** As the server orders texts by bytes. */
function compareKeys(a: RowKey, b: RowKey): number {
  for (const [index, part] of a.entries()) {
    const order = Buffer.compare(Buffer.from(part), Buffer.from(b[index] ?? ''));
    if (order !== 0) return order;
  }
  return 0;
}
