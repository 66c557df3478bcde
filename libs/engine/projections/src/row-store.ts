import type { Queryable } from '#libs/platform/postgres';
import { nameIn, type Place } from './place.js';
import { RowBuffer, type RowRef } from './rows.js';
import { selectList, type RowKey, type Table } from './table.js';

/** Fetches rows by key, one statement per table, however many there are. */
export async function loadRows(
  connection: Queryable,
  refs: Iterable<RowRef>,
  place: Place = 'live',
): Promise<RowBuffer> {
  const buffer = new RowBuffer();
  const wanted = new Map<Table, Map<string, RowKey>>();
  for (const { table, key } of refs) {
    let keys = wanted.get(table);
    if (!keys) wanted.set(table, (keys = new Map()));
    keys.set(JSON.stringify(key), key);
  }
  for (const [table, keys] of wanted) {
    for (const key of keys.values()) buffer.admit({ table, key }, undefined);
    const { rows } = await connection.query<Record<string, unknown>>(
      `select ${selectList(table, 't')} from ${keyedBy(table)} join ${nameIn(table, place)} t on ${sameKey(table)}`,
      keyColumns(table, [...keys.values()]),
    );
    for (const row of rows) buffer.admit({ table, key: table.keyOf(row) }, row);
  }
  return buffer;
}

/** Writes what a batch did, one or two statements per table. */
export async function writeRows(connection: Queryable, buffer: RowBuffer, place: Place = 'live'): Promise<void> {
  for (const { table, rows, deleted } of buffer.changes()) {
    if (deleted.length > 0) {
      await connection.query(
        `delete from ${nameIn(table, place)} t using ${keyedBy(table)} where ${sameKey(table)}`,
        keyColumns(table, deleted),
      );
    }
    if (rows.length > 0) await connection.query(upsert(table, place), [recordset(table, rows)]);
  }
}

const keyedBy = (table: Table): string =>
  `unnest(${table.key.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as k(${names(table.key)})`;

const sameKey = (table: Table): string => table.key.map(({ name }) => `t.${name} = k.${name}`).join(' and ');

const keyColumns = (table: Table, keys: readonly RowKey[]): string[][] =>
  table.key.map((_, index) => keys.map((key) => key[index] ?? ''));

const names = (columns: Table['columns']): string => columns.map(({ name }) => name).join(', ');

function upsert(table: Table, place: Place): string {
  const columns = names(table.columns);
  const types = table.columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const others = table.columns.filter((column) => !table.key.includes(column));
  const change =
    others.length === 0 ? 'nothing' : `update set ${others.map(({ name }) => `${name} = excluded.${name}`).join(', ')}`;
  return (
    `insert into ${nameIn(table, place)} (${columns}) select ${columns} from json_to_recordset($1::json) as r(${types}) ` +
    `on conflict (${names(table.key)}) do ${change}`
  );
}

function recordset(table: Table, rows: readonly object[]): string {
  const records = rows.map((row) =>
    Object.fromEntries(table.columns.map(({ field, name }) => [name, (row as Record<string, unknown>)[field]])),
  );
  return JSON.stringify(records);
}
