import type { RecordedEvent } from '#libs/engine/event-store';
import type { RowRef, Rows } from './rows.js';
import type { Table } from './table.js';

/** A fact on its way into a read model. */
export interface ProjectedEvent<Type extends string = string, Data = unknown> extends Omit<
  RecordedEvent,
  'type' | 'data'
> {
  readonly type: Type;
  readonly data: Data;
  /** Its number in the whole log: 1, 2, 3… The same in every replay. */
  readonly ordinal: number;
}

/** Event types with the shape of their data. */
export type EventShapes = object;

type EventOf<Shapes extends EventShapes> = {
  [Type in keyof Shapes & string]: ProjectedEvent<Type, Shapes[Type]>;
}[keyof Shapes & string];

export interface ProjectionOptions<Shapes extends EventShapes> {
  /** In kebab case: `dossier-list`. */
  readonly name: string;
  /** From 1. Raise it when tables or meaning change: the next version is filled from the log beside this one. */
  readonly version: number;
  readonly tables: readonly Table[];
  /** The rows that the event's handler reads. They are fetched for a whole batch at once. */
  touches(event: EventOf<Shapes>): readonly RowRef[];
  /** What each event does to the rows: pure, no clock, no randomness, so that a replay gives the same rows. */
  readonly handles: {
    readonly [Type in keyof Shapes & string]?: (rows: Rows, event: ProjectedEvent<Type, Shapes[Type]>) => void;
  };
  /** Event types that change nothing here, named one by one: a forgotten one stops the start (`assertTotal`). */
  readonly ignores: readonly string[];
}

export type EventHandler = (rows: Rows, event: ProjectedEvent) => void;

/** A read model's rules: which tables it has and what each event does to their rows. */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly Table[];
  readonly handles: ReadonlyMap<string, EventHandler>;
  readonly ignores: ReadonlySet<string>;
  touches(event: ProjectedEvent): readonly RowRef[];
}

/** Defines a read model. The data of its events has the shapes that the log's codec hands out. */
export function defineProjection<Shapes extends EventShapes>(options: ProjectionOptions<Shapes>): Projection {
  const { name, version, tables, ignores } = options;
  for (const table of tables) {
    if (table.version !== version)
      throw new TypeError(`${name} is version ${version}, but its table ${table.sqlName} is not`);
  }
  return {
    name,
    version,
    tables,
    handles: new Map(Object.entries(options.handles) as [string, EventHandler][]),
    ignores: new Set(ignores),
    touches: (event) => options.touches(event as EventOf<Shapes>),
  };
}

/** `dossier-list v1`: for messages. */
export const titleOf = ({ name, version }: Pick<Projection, 'name' | 'version'>): string => `${name} v${version}`;
