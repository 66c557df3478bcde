import { PostgresEventStore } from '#libs/engine/event-store';
import { noGuard, processOn, race } from '../../../../test/support/organization-races.js';
import { openReadSide, type ReadSide } from '../../../../test/support/read-side.js';

describe('two processes on one organization in PostgreSQL', () => {
  let side: ReadSide;
  let second: PostgresEventStore;

  beforeEach(async () => {
    side = await openReadSide();
    second = new PostgresEventStore({ url: side.url, applicationName: 'second process' });
  });
  afterEach(async () => {
    await second.close();
    await side.dispose();
  });

  it('never obey both of two commands of which one makes the other impossible', async () => {
    const { faults, commands } = await race(processOn(side.store), processOn(second), 100, 2);
    expect(faults).toEqual([]);
    expect(commands).toBe(200);
  });

  it('would, without the guard', async () => {
    const { faults } = await race(processOn(side.store, noGuard), processOn(second, noGuard), 12, 2);
    expect(faults.join('\n')).toMatch(/2 of two were obeyed/);
  });
});
