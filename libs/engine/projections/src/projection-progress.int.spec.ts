import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#libs/engine/event-store';
import { append, openReadSide, type ReadSide } from '../../../../test/support/read-side.js';
import { tallyOf } from '../../../../test/support/tally.projection.js';
import { ProjectionRunner } from './index.js';

const note = (): NewEvent => ({
  id: randomUUID(),
  type: 'Noted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data: {},
  metadata: {},
});

describe('waiting for one’s own write', () => {
  const tally = tallyOf({ types: ['Noted'] });
  const other = tallyOf({ name: 'other', types: ['Noted'] });
  let side: ReadSide;
  let runner: ProjectionRunner;

  beforeAll(async () => {
    side = await openReadSide([tally.projection, other.projection]);
    runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [tally.projection, other.projection],
      knownTypes: ['Noted'],
    });
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  it('ends after its time with where the model is, when nobody projects', async () => {
    await append(side.store, { stream: 'dossier-1', events: [note(), note()] });
    const started = performance.now();
    await expect(runner.progress.waitFor([tally.projection], '2', 120)).resolves.toEqual({
      behind: true,
      position: 'start',
    });
    expect(performance.now() - started).toBeGreaterThanOrEqual(119);
    await expect(runner.progress.waitFor([tally.projection], 'start', 0)).resolves.toEqual({
      behind: false,
      position: 'start',
    });
  });

  it('says how far a model is behind, in events and in seconds', async () => {
    const [lag] = await runner.progress.lag();
    expect(lag).toMatchObject({ projection: 'tally', version: 1, position: 'start', eventsBehind: 2, runner: null });
    expect(lag?.secondsBehind).toBeGreaterThan(0);
    expect(lag?.secondsBehind).toBeLessThan(60);
  });

  it('ends as soon as every model asked about has it', async () => {
    await runner.start();
    for (let turn = 0; turn < 20; turn++) {
      const position = await append(side.store, { stream: 'dossier-2', events: [note()] });
      const waits = [1, 2, 3].map(async () =>
        runner.progress.waitFor([tally.projection, other.projection], position, 5_000),
      );
      for (const { behind } of await Promise.all(waits)) expect(behind).toBe(false);
      const { rows } = await side.database.query(
        `select a.events from read.tally a join read.other b using (stream, events) where stream = 'dossier-2'`,
      );
      expect(rows).toEqual([{ events: turn + 1 }]);
    }
    const lags = await runner.progress.lag();
    for (const lag of lags) expect(lag).toMatchObject({ eventsBehind: 0, secondsBehind: 0, ordinal: 22 });
    expect(lags[0]?.runner).toContain(`/${process.pid}/`);
  });

  it('is the position of the model that is least far', async () => {
    await side.database.query(`update read.checkpoint set position = '7' where projection = 'other'`);
    await expect(runner.progress.waitFor([tally.projection, other.projection], '22', 0)).resolves.toEqual({
      behind: true,
      position: '7',
    });
    await expect(runner.progress.waitFor([tally.projection], '22', 0)).resolves.toMatchObject({ behind: false });
    await side.database.query(`update read.checkpoint set position = '22' where projection = 'other'`);
  });
});
