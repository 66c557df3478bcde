import { openReadSide, type ReadSide } from '../../../../test/support/read-side.js';
import { tallyOf } from '../../../../test/support/tally.projection.js';
import { Lease } from './checkpoint.js';

describe('the lease of a projection', () => {
  const { projection } = tallyOf({ types: [] });
  const start = { position: 'start', ordinal: 0 };
  const one = { position: '1', ordinal: 1 };
  let side: ReadSide;

  beforeEach(async () => {
    side = await openReadSide([projection]);
  });
  afterEach(async () => side.dispose());

  const leaseOf = (owner: string, durationMs = 60_000): Lease => new Lease(projection, owner, durationMs);

  it('goes to one, and to another when it is given back or has run out', async () => {
    const [mine, yours] = [leaseOf('me', 0), leaseOf('you')];
    await expect(mine.acquire(side.database)).resolves.toEqual(start);
    await expect(yours.acquire(side.database)).resolves.toEqual(start);
    await expect(mine.acquire(side.database)).resolves.toBeUndefined();
    await expect(mine.renew(side.database)).resolves.toBe(false);
    await mine.release(side.database);
    await expect(mine.acquire(side.database)).resolves.toBeUndefined();
    await yours.release(side.database);
    await expect(mine.acquire(side.database)).resolves.toEqual(start);
  });

  it('is not taken from a runner in the middle of a batch, even when its time is over', async () => {
    const [mine, yours] = [leaseOf('me', 0), leaseOf('you')];
    await mine.acquire(side.database);
    await side.database.transaction(async (connection) => {
      await mine.advance(connection, start, one);
      await expect(yours.acquire(side.database)).resolves.toBeUndefined();
    });
    await expect(yours.acquire(side.database)).resolves.toEqual(one);
  });

  it('lets nobody write who does not hold it, or goes on from another place than the last', async () => {
    const mine = leaseOf('me');
    await mine.acquire(side.database);
    await expect(leaseOf('you').advance(side.database, start, one)).rejects.toMatchObject({ name: 'LeaseLost' });
    await expect(mine.advance(side.database, one, { position: '2', ordinal: 2 })).rejects.toMatchObject({
      name: 'LeaseLost',
    });
    await mine.advance(side.database, start, one);
    await expect(mine.acquire(side.database)).resolves.toEqual(one);
  });
});
