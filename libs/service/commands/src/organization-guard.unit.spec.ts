import { valueOf } from '#libs/domain/kernel';
import { parentOf } from '#libs/domain/organization';
import { EventStoreUnavailable, InMemoryEventStore } from '#libs/engine/event-store';
import { by, noGuard, processOn, race, under } from '../../../../test/support/organization-races.js';
import { appoint, establish, operator, position } from '../../../../test/support/organization-office.js';
import { unitStream } from './ids.js';

/** A process that dies on its way to the stream of a unit. */
class Mortal extends InMemoryEventStore {
  diesBefore: string | undefined;

  override append(...[stream, ...rest]: Parameters<InMemoryEventStore['append']>) {
    if (stream === this.diesBefore) throw new EventStoreUnavailable('killed');
    return super.append(stream, ...rest);
  }
}

async function twoProcesses() {
  const store = new Mortal();
  const [one, other] = [processOn(store), processOn(store)];
  for (const id of ['a', 'b']) valueOf(await one.units.execute(id, establish(id), by()));
  return { store, one, other };
}

describe('two processes on one organization', () => {
  it('never obey both of two commands of which one makes the other impossible', async () => {
    const store = new InMemoryEventStore();
    const { faults, commands, refused } = await race(processOn(store), processOn(store), 200, 1);
    expect(faults).toEqual([]);
    expect(commands).toBe(400);
    expect(Object.keys(refused).sort()).toEqual(
      expect.arrayContaining(['POSITION_EXISTS', 'UNIT_CIRCLE', 'UNIT_IN_CLUSTER']),
    );
  });

  it('would, without the guard', async () => {
    const store = new InMemoryEventStore();
    const { faults } = await race(processOn(store, noGuard), processOn(store, noGuard), 40, 1);
    expect(faults.join('\n')).toMatch(/a circle: 2 of two/);
    expect(faults.join('\n')).toMatch(/a position twice: 2 of two/);
    expect(faults.join('\n')).toMatch(/stands above itself/);
  });
});

describe('a process that dies between announcing a change and recording it', () => {
  it('leaves a change that the next one completes before it decides', async () => {
    const { store, one, other } = await twoProcesses();
    const asked = by();
    store.diesBefore = unitStream('a');
    await expect(one.units.execute('a', under('b'), asked)).rejects.toThrow('killed');
    store.diesBefore = undefined;
    expect(await other.units.execute('b', under('a'), by())).toMatchObject({ error: { code: 'UNIT_CIRCLE' } });
    const { units } = await other.organization.read();
    expect(parentOf(units.get('a')!, '2026-12-01')).toBe('b');
    // Whoever sent it asks again, and learns that it was obeyed; nothing happens twice.
    const again = valueOf(await processOn(store).units.execute('a', under('b'), asked));
    expect(again).toMatchObject({ revision: 1, events: ['UnitMoved'] });
    expect(await store.streamRevision(unitStream('a'))).toBe(1);
  });

  it('leaves nothing that stands in the way when its stream has gone on', async () => {
    const { store, one, other } = await twoProcesses();
    valueOf(await one.units.execute('a', position('p'), by()));
    const asked = by();
    store.diesBefore = unitStream('a');
    await expect(one.units.execute('a', under('b'), asked)).rejects.toThrow('killed');
    store.diesBefore = undefined;
    // Rests on nothing but its own stream, so it asks no guard.
    valueOf(await other.units.execute('a', appoint('p', 'somebody'), by()));
    valueOf(await other.units.execute('b', under('a'), by()));
    const { units } = await other.organization.read();
    expect(parentOf(units.get('a')!, '2026-12-01')).toBeUndefined();
    expect(await one.units.execute('a', under('b'), asked)).toMatchObject({ error: { code: 'UNIT_CIRCLE' } });
  });

  it('is completed by its own repeat, once, when nobody else comes', async () => {
    const { store, one } = await twoProcesses();
    const asked = by();
    store.diesBefore = unitStream('a');
    await expect(one.units.execute('a', under('b'), asked)).rejects.toThrow('killed');
    store.diesBefore = undefined;
    const [first, second] = await Promise.all([
      processOn(store).units.execute('a', under('b'), asked),
      processOn(store).units.execute('a', under('b'), asked),
    ]);
    expect(valueOf(first)).toEqual(valueOf(second));
    expect(await store.streamRevision(unitStream('a'))).toBe(1);
  });

  it('cannot be used to say something under somebody else’s command', async () => {
    const { one } = await twoProcesses();
    const asked = by(operator);
    valueOf(await one.units.execute('a', under('b'), asked));
    const other = await one.units.execute('a', under('b'), { ...asked, fingerprint: 'other' });
    expect(other).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });
});
