import { randomUUID } from 'node:crypto';
import { ok } from '#libs/domain/kernel';
import { runMigrations } from '#libs/platform/postgres';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { createEventCodec, type EventCodec } from '../event-codec.js';
import type { NewEvent } from '../event-store.port.js';
import { PostgresEventStore, eventStoreMigrations } from './postgres.adapter.js';

const strict = createEventCodec();
/** A codec with a fault: what it should have refused reaches the server. */
const careless: EventCodec = {
  encode: (event) =>
    'poison' in event.data ? ok({ dataText: '{"poison":"\0"}', metadataText: '{}' }) : strict.encode(event),
  decode: strict.decode,
};

const event = (data: NewEvent['data']): NewEvent => ({
  id: randomUUID(),
  type: 'DossierSubmitted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data,
  metadata: {},
});

describe('one append that the server will never take', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    store = new PostgresEventStore({ url: database.url, applicationName: 'poison', codec: careless });
  });

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const appendTo = async (stream: string, data: NewEvent['data']) =>
    store.append(stream, 'noStream', [event(data)], { account: 'officer', commandId: randomUUID(), fingerprint: 'f' });

  test('is refused alone; the forty that travelled with it are stored', async () => {
    const answers = await Promise.all(
      Array.from({ length: 42 }, async (_, n) => appendTo(`dossier-${n}`, n % 21 === 10 ? { poison: true } : { n })),
    );
    const refused = answers.flatMap((answer, n) => (answer.ok ? [] : [[n, answer.error]]));
    expect(refused).toMatchObject([
      [10, { code: 'EVENT_NOT_STORABLE', reason: expect.stringContaining('invalid byte sequence') }],
      [31, { code: 'EVENT_NOT_STORABLE' }],
    ]);
    expect(await store.head()).toBe('40');
    expect(await store.streamRevision('dossier-10')).toBe('noStream');
  });

  test('too large a one does not even travel', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => appendTo(`large-${n}`, { text: 'x'.repeat(n === 5 ? 900_000 : 10) })),
    );
    expect(answers.map((answer) => answer.ok)).toEqual(Array.from({ length: 10 }, (_, n) => n !== 5));
  });

  test('a fault that is no append’s own is thrown: nobody should retry a missing function', async () => {
    const other = await createTestDatabase();
    await runMigrations(other.url, []);
    const unmigrated = new PostgresEventStore({ url: other.url, applicationName: 'poison' });
    const command = { account: 'officer', commandId: 'c', fingerprint: 'f' };
    await expect(unmigrated.append('dossier-1', 'any', [event({})], command)).rejects.toMatchObject({ code: '3F000' });
    await unmigrated.close();
    await other.drop();
  });
});
