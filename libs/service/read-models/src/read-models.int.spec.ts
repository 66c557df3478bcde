import { foldRows, ProjectionRunner } from '#libs/engine/projections';
import { append, inOrder, openReadSide, rowsOf, type ReadSide } from '../../../../test/support/read-side.js';
import { diceOf } from '../../../../test/support/office-facts.js';
import { officeLog } from '../../../../test/support/office-log.js';
import { readToEnd } from '../../../../test/conformance/facts.js';
import { knownEventTypes, projections } from './index.js';

const tables = projections.flatMap((projection) => projection.tables.map((table) => ({ projection, table })));

describe('the read models of an office', () => {
  let side: ReadSide;

  beforeAll(async () => {
    side = await openReadSide(projections);
    await append(side.store, ...officeLog(1, 40));
  });
  afterAll(async () => side.dispose());

  const project = async (batchSize: number, leaveAfter?: number): Promise<void> => {
    const runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections,
      knownTypes: knownEventTypes,
      batchSize,
    });
    await runner.start();
    const goal = leaveAfter === undefined ? await side.store.head() : String(leaveAfter);
    const { behind } = await runner.progress.waitFor(projections, goal, 20_000);
    await runner.stop();
    if (behind) throw new Error('The read models did not catch up.');
    const lags = await runner.progress.lag();
    expect(lags.map(({ deadLetters }) => deadLetters)).toEqual(projections.map(() => 0));
  };

  const allRows = async (): Promise<Record<string, readonly object[]>> => {
    const rows: Record<string, readonly object[]> = {};
    for (const { table } of tables) rows[table.sqlName] = await rowsOf(side.database, table);
    return rows;
  };

  const forgetAll = async (): Promise<void> => {
    for (const { table } of tables) await side.database.query(`delete from ${table.sqlName}`);
    await side.database.query(`delete from read.checkpoint`);
  };

  it('are what the log says, fold by fold', async () => {
    await project(1_000);
    const log = await readToEnd(side.store, 'start');
    const actual = await allRows();
    for (const { projection, table } of tables) {
      const expected = inOrder(table, foldRows(projection, log)(table));
      expect(expected.length).toBeGreaterThan(0);
      expect(actual[table.sqlName]).toEqual(expected);
    }
  });

  it.each([1, 2, 3])('are the same rows when dropped and replayed in pieces of any size, turn %i', async (turn) => {
    const before = await allRows();
    const dice = diceOf(turn);
    await forgetAll();
    const head = Number(await side.store.head());
    for (let part = 1; part < 4; part++) await project(5 + dice(60), Math.floor((head * part) / 4));
    await project(1 + dice(400));
    await expect(allRows()).resolves.toEqual(before);
  });
});
