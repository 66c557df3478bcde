import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DossierCommand } from '#libs/domain/dossier';
import { valueOf } from '#libs/domain/kernel';
import { type EventStore, eventStoreMigrations } from '#libs/engine/event-store';
import { readConfig } from '#libs/platform/config';
import { runMigrations } from '#libs/platform/postgres';
import { eventually, type TestDatabase } from '#libs/platform/testing';
import { sampleActor } from '#libs/service/access';
import { type CommandRequest, Dossiers, dossierStream } from '#libs/service/commands';
import { home, openEventStore } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { startKurrentDbForTests } from '../support/kurrentdb-protocol/server-for-tests.js';
import { listInThreeParts } from '../support/long-lists.js';
import { createOfficeDatabase } from '../support/office-database.js';

const program = fileURLToPath(new URL('./bulk-command.process.js', import.meta.url));
const law = valueOf(loadLaw(home));
const clock = { now: () => new Date().toISOString() };
const actor = sampleActor('acc-don-vi');
const list = listInThreeParts();
const PARTS = ['NomineesAdded', 'NomineesAdded', 'NomineesAdded'];
const draft: DossierCommand = {
  type: 'draft',
  data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng năm 2026', bodyId: 'ubnd-tinh' },
};
const request = (more: Partial<CommandRequest> = {}): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'the list', correlationId: commandId, ...more };
};

/** Where the log is: nothing for PostgreSQL. */
type Log = { readonly url?: string; readonly stop: () => Promise<void> };
const named = process.env['KURRENTDB_URL'];
const logs: Readonly<Record<string, () => Promise<Log>>> = {
  PostgreSQL: async () => ({ stop: async () => {} }),
  KurrentDB: async () => (named ? { url: named, stop: async () => {} } : startKurrentDbForTests()),
};

describe.each(Object.keys(logs))('a list in three parts, with the log in %s', (where) => {
  let log: Log;
  let database: TestDatabase;
  let store: EventStore;
  let dossierId: string;
  let office: () => Dossiers;
  const env = () => ({ PATH: process.env['PATH'] ?? '', ...(log.url ? { KURRENTDB_URL: log.url } : {}) });
  const types = async (): Promise<string[]> => {
    const all: string[] = [];
    for await (const { type } of store.readStream(dossierStream(dossierId))) all.push(type);
    return all;
  };

  beforeAll(async () => {
    log = await (logs[where] as () => Promise<Log>)();
    database = await createOfficeDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    const config = valueOf(readConfig({ ...env(), DATABASE_URL: database.url }));
    store = openEventStore(config, { databaseUrl: database.url, applicationName: 'bulk command spec' });
    office = () => new Dossiers(store, law, clock);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    await log.stop();
  });
  beforeEach(async () => {
    dossierId = randomUUID();
    valueOf(await office().execute(dossierId, draft, request()));
  });

  /** Sends it from another process, which is killed when so many parts are there. */
  async function killedAfter(parts: number, asked: CommandRequest): Promise<void> {
    const child = spawn(process.execPath, [program, database.url, dossierId, JSON.stringify(asked), String(parts)], {
      env: env(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    const ended = once(child, 'exit');
    try {
      await eventually('some parts are written', () => said.includes('standing'), 60_000);
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  }

  it.each([1, 2])(
    'is completed by whoever sends it again, when %i parts are there and the sender was killed',
    async (parts) => {
      const asked = request({ ifMatch: 0 });
      await killedAfter(parts, asked);
      expect(await types()).toEqual(['DossierDrafted', ...PARTS.slice(0, parts)]);
      expect((await office().load(dossierId))?.unfinished).toMatchObject({ part: parts, of: 3 });
      expect(await office().execute(dossierId, list, { ...asked, fingerprint: 'other' })).toMatchObject({
        error: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
      expect(await office().execute(dossierId, { type: 'submit', data: {} }, request())).toMatchObject({
        error: { code: 'COMMAND_UNFINISHED' },
      });
      // Two come at once, as after a time-out.
      const answers = await Promise.all([1, 2].map(() => office().execute(dossierId, list, asked)));
      expect(answers.map((answer) => valueOf(answer))).toMatchObject([
        { revision: 3, events: PARTS },
        { revision: 3, events: PARTS },
      ]);
      expect(await types()).toEqual(['DossierDrafted', ...PARTS]);
      const dossier = await office().load(dossierId);
      expect([dossier?.nominees.size, dossier?.unfinished]).toEqual([2_000, undefined]);
    },
    120_000,
  );

  it('keeps each append below what the store takes', async () => {
    valueOf(await office().execute(dossierId, list, request()));
    const sizes: number[] = [];
    for await (const { dataText, metadataText } of store.readStream(dossierStream(dossierId), { from: 1 }))
      sizes.push(Buffer.byteLength(dataText) + Buffer.byteLength(metadataText));
    expect(Math.max(...sizes)).toBeLessThan(900_000);
    expect(Math.min(...sizes)).toBeGreaterThan(100_000);
  }, 180_000);
});
