import { setTimeout as delay } from 'node:timers/promises';
import { foldRows, ProjectionProgress } from '#libs/engine/projections';
import { eventually } from '#libs/platform/testing';
import { readToEnd } from '../conformance/facts.js';
import { type Append, diceOf } from '../support/office-facts.js';
import { officeLog } from '../support/office-log.js';
import { officeProjections } from '../support/office-projections.js';
import { ProjectorProcess } from '../support/projector-process.js';
import { wholeMatrix } from '../support/whole-matrix.js';
import { append, inOrder, openReadSide, rowsOf, type ReadSide } from '../support/read-side.js';

const MODELS = officeProjections.length;
const KILLS = wholeMatrix ? 8 : 4;

describe('projectors that are killed', () => {
  let side: ReadSide;
  let progress: ProjectionProgress;
  const processes: ProjectorProcess[] = [];

  beforeEach(async () => {
    side = await openReadSide(officeProjections);
    progress = new ProjectionProgress(side.store, side.database, officeProjections);
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map(async (process) => process.kill()));
    await side.dispose();
  });

  const start = (options: { leaseMs: number; batchSize: number }): ProjectorProcess => {
    const process = new ProjectorProcess({ url: side.url, ...options });
    processes.push(process);
    return process;
  };

  const caughtUp = async (): Promise<void> => {
    const { behind } = await progress.waitFor(officeProjections, await side.store.head(), 60_000);
    if (behind) throw new Error('The read models did not catch up.');
  };

  const expectRowsOfTheLog = async (): Promise<void> => {
    const log = await readToEnd(side.store, 'start');
    for (const lag of await progress.lag()) expect(lag).toMatchObject({ ordinal: log.length, deadLetters: 0 });
    for (const projection of officeProjections) {
      const expected = foldRows(projection, log);
      for (const table of projection.tables) {
        const rows = await rowsOf(side.database, table);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows).toEqual(inOrder(table, expected(table)));
      }
    }
  };

  const workDone = async (): Promise<number> => (await progress.lag()).reduce((sum, { ordinal }) => sum + ordinal, 0);

  async function write(appends: Iterable<Append>): Promise<void> {
    for (const one of appends) await append(side.store, one);
  }

  it('at any point, while others write, lose nothing and double nothing', async () => {
    const dice = diceOf(2026);
    const writing = write(officeLog(21, 90));
    let killedAtWork = 0;
    for (let kills = 0; kills < KILLS; kills++) {
      const before = await workDone();
      const projector = start({ leaseMs: 200, batchSize: 1 + dice(12) });
      await eventually('the projector is at work', async () => (await workDone()) > before);
      await delay(dice(80));
      await projector.kill();
      const lags = await progress.lag();
      if (lags.some(({ ordinal, eventsBehind }) => ordinal > 0 && eventsBehind > 0)) killedAtWork += 1;
    }
    await writing;
    start({ leaseMs: 200, batchSize: 500 });
    await caughtUp();
    await expectRowsOfTheLog();
    expect(killedAtWork).toBeGreaterThanOrEqual(KILLS / 2);
  }, 180_000);

  it('are replaced by the one that stands by when their lease has run out, not before', async () => {
    const leaseMs = 2_000;
    const first = start({ leaseMs, batchSize: 100 });
    await eventually('the first works', () => first.started.length === MODELS);
    const second = start({ leaseMs, batchSize: 100 });
    await write(officeLog(22, 15));
    await eventually('the second stands by', () => second.ready);
    await caughtUp();
    expect(second.started).toEqual([]);
    await first.kill();
    const killed = performance.now();
    await write(officeLog(23, 2));
    await eventually('the second works', () => second.started.length === MODELS, 3 * leaseMs);
    // Renewed every third of the lease, asked for every tenth; the rest is for a busy machine.
    expect(performance.now() - killed).toBeLessThan(1.5 * leaseMs);
    await caughtUp();
    await expectRowsOfTheLog();
  }, 180_000);

  it('do no harm when all of them are started at once', async () => {
    const writing = write(officeLog(24, 30));
    const three = [1, 2, 3].map(() => start({ leaseMs: 30_000, batchSize: 20 }));
    await writing;
    await caughtUp();
    expect(three.flatMap((one) => one.started).sort()).toEqual(officeProjections.map(({ name }) => name).sort());
    await expectRowsOfTheLog();
  }, 180_000);
});
