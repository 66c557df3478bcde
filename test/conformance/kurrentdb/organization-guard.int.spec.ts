import { randomUUID } from 'node:crypto';
import { KurrentDbEventStore } from '#libs/engine/event-store';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';
import { noGuard, processOn, race } from '../../support/organization-races.js';

const named = process.env['KURRENTDB_URL'];

describe('two processes on one organization in KurrentDB', () => {
  let server: KurrentDbForTests | undefined;
  let stores: [KurrentDbEventStore, KurrentDbEventStore];
  const office = (): string => `${randomUUID().slice(0, 8)}-`;

  beforeAll(async () => {
    server = named ? undefined : await startKurrentDbForTests();
    const open = () => new KurrentDbEventStore({ url: named ?? server?.url ?? '', applicationName: 'conformance' });
    stores = [open(), open()];
  });
  afterAll(async () => {
    await Promise.all(stores.map(async (store) => store.close()));
    await server?.stop();
  });

  test('never obey both of two commands of which one makes the other impossible', async () => {
    const [here, there] = stores;
    const { faults, commands } = await race(processOn(here), processOn(there), 60, 2, office());
    expect(faults).toEqual([]);
    expect(commands).toBe(120);
  });

  test('would, without the guard', async () => {
    const [here, there] = stores;
    const { faults } = await race(processOn(here, noGuard), processOn(there, noGuard), 12, 2, office());
    expect(faults.join('\n')).toMatch(/2 of two were obeyed/);
  });
});
