import {
  defineProjection,
  defineTable,
  type ProjectedEvent,
  type Projection,
  type Table,
} from '#libs/engine/projections';

/** How often each stream was heard of, and in which order. Counting twice or leaving out shows, unlike in most models. */
export interface TallyRow {
  readonly stream: string;
  readonly events: number;
  /** The revisions, in the order in which they came. */
  readonly trail: string;
}

export interface TallyOptions {
  readonly name?: string;
  readonly types: readonly string[];
  readonly ignores?: readonly string[];
  /** Called for each event before it is counted; may throw, or answer what to add instead of 1. */
  readonly weigh?: (event: ProjectedEvent) => number | void;
}

export interface Tally {
  readonly projection: Projection;
  readonly table: Table<TallyRow>;
}

export function tallyOf({ name = 'tally', types, ignores = [], weigh }: TallyOptions): Tally {
  const table = defineTable<TallyRow>({
    name: name.replaceAll('-', '_'),
    version: 1,
    key: ['stream'],
    columns: { stream: 'text', events: 'int', trail: 'text' },
  });
  const projection = defineProjection<Readonly<Record<string, object>>>({
    name,
    version: 1,
    tables: [table],
    touches: ({ stream }) => [{ table, key: [stream] }],
    handles: Object.fromEntries(
      types.map((type) => [
        type,
        (rows, event) => {
          const added = weigh?.(event) ?? 1;
          const { events, trail } = rows.get(table, event.stream) ?? { events: 0, trail: '' };
          rows.put(table, {
            stream: event.stream,
            events: events + added,
            trail: `${trail}${event.revision} `,
          });
        },
      ]),
    ),
    ignores,
  });
  return { projection, table };
}
