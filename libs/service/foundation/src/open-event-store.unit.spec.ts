import { KurrentDbEventStore, PostgresEventStore } from '#libs/engine/event-store';
import { readConfig } from '#libs/platform/config';
import { doneWithout, openEventStore } from './open-event-store.js';

const open = async (env: Readonly<Record<string, string>>) => {
  const config = readConfig(env);
  if (!config.ok) throw new Error('the configuration was to be good');
  const store = openEventStore(config.value, { databaseUrl: 'postgres://127.0.0.1:1/none', applicationName: 'test' });
  await store.close();
  return store;
};

describe('the log that the configuration means', () => {
  it('is in PostgreSQL, with everything else, and does without nothing', async () => {
    const store = await open({});
    expect(store).toBeInstanceOf(PostgresEventStore);
    expect(doneWithout(store.capabilities)).toEqual([]);
  });

  it('is in KurrentDB when one is named, and the operator is told in both languages what that costs', async () => {
    const store = await open({ KURRENTDB_URL: 'kurrentdb://127.0.0.1:1?tls=false' });
    expect(store).toBeInstanceOf(KurrentDbEventStore);
    const without = doneWithout(store.capabilities);
    expect(without).toHaveLength(4);
    for (const { vi, en } of without) expect([vi, en].every((text) => text.length > 20)).toBe(true);
  });
});
