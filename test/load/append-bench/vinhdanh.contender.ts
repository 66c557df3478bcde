import { hash, randomUUID } from 'node:crypto';
import { PostgresEventStore, type EventCodec, type NewEvent } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { emptyLog, makeDatabase, type Contender } from './contender.js';
import { load } from './load.js';

export interface Variant {
  readonly name: string;
  readonly codec?: EventCodec;
  /** What becomes of an event before it is appended. */
  readonly strip?: (event: NewEvent) => NewEvent;
  /** Done to the database once. */
  readonly alter?: (admin: Database) => Promise<void>;
}

/** Our adapter as the applications use it, or with one guarantee taken away. */
export async function vinhdanhContender(urlFor: (name: string) => string, variant: Variant): Promise<Contender> {
  const database = `bench_${variant.name.replace(/\W/g, '_')}`;
  const admin = await makeDatabase(urlFor, database);
  await variant.alter?.(admin);
  const store = new PostgresEventStore({
    url: urlFor(database),
    applicationName: 'bench',
    ...(variant.codec ? { codec: variant.codec } : {}),
  });
  const { strip } = variant;

  async function append(stream: string, revision: number, events: readonly NewEvent[]): Promise<void> {
    const commandId = randomUUID();
    const result = await store.append(
      stream,
      revision < 0 ? 'noStream' : revision,
      strip ? events.map(strip) : events,
      { account: 'so-noi-vu', commandId, fingerprint: hash('sha256', commandId) },
    );
    if (!result.ok) throw new Error(result.error.code);
  }

  return {
    name: variant.name,
    async run(cell, timing) {
      await emptyLog(admin);
      return load(variant.name, append, cell, timing);
    },
    async close() {
      await store.close();
      await admin.close();
    },
  };
}

/** The function without what remembers commands; a text that is no longer found stops the bench. */
async function forgetCommands(admin: Database): Promise<void> {
  const { rows } = await admin.query<{ text: string }>(`select pg_get_functiondef('es.append'::regproc) as text`);
  let text = rows[0]?.text ?? '';
  for (const [from, to] of [
    ['c.account = a.account and c.command_id = a.command_id limit 1', 'false limit 1'],
    [`from placed p where p.verdict = 'a'\n  ), moved`, 'from placed p where false\n  ), moved'],
  ] as const) {
    if (!text.includes(from)) throw new Error(`es.append no longer holds: ${from}`);
    text = text.replace(from, to);
  }
  await admin.query(text);
}

const plainJson: EventCodec = {
  encode: (event) => ({
    ok: true,
    value: { dataText: JSON.stringify(event.data), metadataText: JSON.stringify(event.metadata) },
  }),
  decode: () => {
    throw new Error('The bench reads nothing.');
  },
};

/** Each guarantee taken away alone. */
export const WITHOUT: readonly Variant[] = [
  { name: 'without command ids', alter: forgetCommands },
  { name: 'without canonical text', codec: plainJson },
  { name: 'without metadata', strip: (event) => ({ ...event, metadata: {} }) },
];
