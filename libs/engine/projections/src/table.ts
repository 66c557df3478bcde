type SqlType = 'text' | 'int' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'jsonb';

/** `text`, or `text null` where the row's field may be null. Columns are not null unless they say so. */
export type ColumnType<Value = unknown> = null extends Value ? `${SqlType} null` : SqlType;

export interface TableOptions<Row extends object> {
  /** What the table holds, in snake case: `dossier_list`. */
  readonly name: string;
  /** The version of its projection; another shape or another meaning is another version, in tables of its own. */
  readonly version: number;
  /** Text columns that name one row. */
  readonly key: readonly (keyof Row & string)[];
  /** Fields of the row in camel case; the columns are named the same in snake case. */
  readonly columns: { readonly [Field in keyof Row & string]: ColumnType<Row[Field]> };
  readonly indexes?: readonly Index[];
}

/**
 * What follows `create index on <table>`: `(due_at) where state = 'running'`. One that needs an extension is left out where the
 * server does not have it: what reads the table must then do without.
 */
export type Index = string | { readonly needs: 'pg_trgm'; readonly on: string };

/**
 * One table of a read model. It is described, not written as SQL, so that rows can be loaded and written by the hundred and
 * a table that no longer has the described shape is found at start.
 *
 * Moments are `Instant` texts in rows and `timestamptz` in the table; days are `2026-08-21` in both.
 */
export interface Table<Row extends object = object> {
  readonly name: string;
  readonly version: number;
  /** With schema and version: `read.rm_dossier_list_v1`. What queries read. */
  readonly sqlName: string;
  /** Names the live version, for people: `read.dossier_list`. */
  readonly viewName: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  readonly indexes: readonly Index[];
  keyOf(row: Row): RowKey;
}

export interface Column {
  /** In rows: `dueAt`. */
  readonly field: string;
  /** In the table: `due_at`. */
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
}

/** The values of a row's key columns, in their order. */
export type RowKey = readonly string[];

const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Describes a table of a read model. */
export function defineTable<Row extends object>(options: TableOptions<Row>): Table<Row> {
  const columns = Object.entries<string>(options.columns).map(([field, declared]): Column => {
    const [type, nullable] = declared.split(' ');
    return { field, name: columnName(field), type: type as SqlType, nullable: nullable === 'null' };
  });
  const key = options.key.map((field) => {
    const column = columns.find((candidate) => candidate.field === field);
    if (column?.type !== 'text' || column.nullable) throw new TypeError(`${options.name}: the key ${field} is no text`);
    return column;
  });
  return {
    name: options.name,
    version: options.version,
    sqlName: `read.rm_${options.name}_v${options.version}`,
    viewName: `read.${options.name}`,
    columns,
    key,
    indexes: options.indexes ?? [],
    keyOf: (row) => options.key.map((field) => row[field] as string),
  };
}

/** The columns of a table as a select list that gives rows with their fields' names. */
export const selectList = (table: Table, alias: string): string =>
  table.columns.map(({ name, field }) => `${alias}.${name} as "${field}"`).join(', ');

/** Texts compare byte by byte: the same order on every server, whatever languages it was installed with. */
export const columnDefinition = ({ name, type, nullable }: Column): string =>
  `${name} ${type}${type === 'text' ? ' collate "C"' : ''}${nullable ? '' : ' not null'}`;
