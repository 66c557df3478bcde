import type { RowKey, Table } from './table.js';

/** One row, by table and key. */
export interface RowRef {
  readonly table: Table;
  readonly key: RowKey;
}

/** What a handler sees of its projection's tables: the rows that `touches` named, with all that earlier events did. */
export interface Rows {
  get<Row extends object>(table: Table<Row>, ...key: RowKey): Row | undefined;
  /** Puts a row in, in place of the one with its key. Needs no `touches` unless the row is also read. */
  put<Row extends object>(table: Table<Row>, row: Row): void;
  /** Changes some fields of a row that must be there; a missing one is a fault of the handler or of the log. */
  change<Row extends object>(table: Table<Row>, key: RowKey, fields: Partial<Row> | ((row: Row) => Partial<Row>)): void;
  delete(table: Table, ...key: RowKey): void;
}

/** A row that a handler counted on is not there. */
export class RowMissing extends Error {
  override readonly name = 'RowMissing';

  constructor(table: Table) {
    super(`A row of ${table.sqlName} that should be there is not.`);
  }
}

interface Entry {
  readonly key: RowKey;
  row: object | undefined;
  changed: boolean;
}

/** The rows that one batch works on. Read before it, written after it: a few statements for hundreds of events. */
export class RowBuffer implements Rows {
  readonly #tables = new Map<Table, Map<string, Entry>>();

  /** @param complete there is nothing beside what was put in: a row never heard of does not exist. */
  constructor(private readonly complete = false) {}

  /** Takes note of what the table holds under a key. */
  admit({ table, key }: RowRef, row: object | undefined): void {
    this.#entries(table).set(JSON.stringify(key), { key, row, changed: false });
  }

  get<Row extends object>(table: Table<Row>, ...key: RowKey): Row | undefined {
    const entry = this.#entries(table).get(JSON.stringify(key));
    if (!entry && !this.complete)
      throw new TypeError(`touches() does not name the row of ${table.sqlName} that is read`);
    return entry?.row as Row | undefined;
  }

  put<Row extends object>(table: Table<Row>, row: Row): void {
    this.#set(table, table.keyOf(row), row);
  }

  change<Row extends object>(
    table: Table<Row>,
    key: RowKey,
    fields: Partial<Row> | ((row: Row) => Partial<Row>),
  ): void {
    const row = this.get(table, ...key);
    if (!row) throw new RowMissing(table);
    this.#set(table, key, { ...row, ...(typeof fields === 'function' ? fields(row) : fields) });
  }

  delete(table: Table, ...key: RowKey): void {
    this.#set(table, key, undefined);
  }

  /** The rows that are there now. */
  *all(table: Table): Iterable<object> {
    for (const { row } of this.#entries(table).values()) if (row) yield row;
  }

  /** What has to be written, per table. */
  *changes(): Iterable<{
    readonly table: Table;
    readonly rows: readonly object[];
    readonly deleted: readonly RowKey[];
  }> {
    for (const [table, entries] of this.#tables) {
      const changed = [...entries.values()].filter((entry) => entry.changed);
      if (changed.length === 0) continue;
      yield {
        table,
        rows: changed.flatMap(({ row }) => (row ? [row] : [])),
        deleted: changed.flatMap(({ row, key }) => (row ? [] : [key])),
      };
    }
  }

  #set(table: Table, key: RowKey, row: object | undefined): void {
    // A field that is missing would silently be stored as null, or fail far from the handler that forgot it.
    const missing = row && table.columns.find(({ field }) => (row as Record<string, unknown>)[field] === undefined);
    if (missing) throw new TypeError(`A row for ${table.sqlName} lacks ${missing.field}.`);
    this.#entries(table).set(JSON.stringify(key), { key, row, changed: true });
  }

  #entries(table: Table): Map<string, Entry> {
    let entries = this.#tables.get(table);
    if (!entries) this.#tables.set(table, (entries = new Map()));
    return entries;
  }
}
