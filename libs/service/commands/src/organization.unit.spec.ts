import { randomUUID } from 'node:crypto';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { establish } from '../../../../test/support/organization-office.js';
import { unitStream } from './ids.js';
import { Organization } from './organization.js';

/** Facts of one stream, appended as a command of its own. */
const record = (store: InMemoryEventStore, stream: string, ...facts: readonly { type: string; data: object }[]) =>
  store.append(
    stream,
    'any',
    facts.map(({ type, data }) => ({
      id: randomUUID(),
      type,
      schemaVersion: 1,
      effectiveAt: '2026-11-23T02:00:00.000Z',
      data: { ...data } as Record<string, string>,
      metadata: {},
    })),
    { account: 'test', commandId: randomUUID(), fingerprint: 'test' },
  );

const established = (id: string) => ({ type: 'UnitEstablished', data: establish(id).data });

describe('the organization read from the log', () => {
  it('holds each fact once, however many ask at the same moment', async () => {
    const store = new InMemoryEventStore();
    const organization = new Organization(store);
    await record(store, unitStream('a'), established('a'));
    await organization.read();
    await record(store, unitStream('a'), { type: 'UnitMoved', data: { from: '2026-01-01' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => organization.read()));
    for (const { units } of answers) expect(units.get('a')?.parents).toHaveLength(2);
  });

  it('goes on after the first page, and past what concerns no unit', async () => {
    const store = new InMemoryEventStore();
    const organization = new Organization(store);
    const ids = Array.from({ length: 1_100 }, (_, index) => `u${index}`);
    for (const id of ids) await record(store, unitStream(id), established(id));
    await record(store, 'dossier-d1', { type: 'DossierResumed', data: {} });
    await record(store, unitStream('last'), established('last'));
    expect((await organization.read()).units.size).toBe(1_101);
  });

  it('an answer does not change in the hands of who got it', async () => {
    const store = new InMemoryEventStore();
    const organization = new Organization(store);
    await record(store, unitStream('a'), established('a'));
    const before = await organization.read();
    await record(store, unitStream('b'), established('b'));
    expect((await organization.read()).units.size).toBe(2);
    expect(before.units.size).toBe(1);
  });
});
