import { foldRows, ProjectionRunner, rebuild, verify } from '#libs/engine/projections';
import { ChildRebuild } from '../../../../test/support/child-rebuild.js';
import { eventually } from '#libs/platform/testing';
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

  const beside = (projection: (typeof projections)[number]) =>
    rebuild({ store: side.store, owner: side.owner, projection, batchSize: 97, leaseMs: 2_000 });

  it('are the same rows when every table is dropped and filled beside nothing', async () => {
    const before = await allRows();
    for (const { table } of tables) await side.owner.query(`drop table ${table.sqlName} cascade`);
    for (const projection of projections) {
      const { state } = await beside(projection);
      expect(state).toBe('switched');
    }
    await expect(allRows()).resolves.toEqual(before);
  }, 180_000);

  it('are the same rows when they are filled beside the live ones while the office goes on working', async () => {
    const runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections,
      knownTypes: knownEventTypes,
      batchSize: 50,
    });
    await runner.start();
    const writing = (async () => {
      for (const one of officeLog(2, 25)) await append(side.store, one);
    })();
    for (const projection of projections) await beside(projection);
    await writing;
    const { behind } = await runner.progress.waitFor(projections, await side.store.head(), 20_000);
    expect(behind).toBe(false);
    const log = await readToEnd(side.store, 'start');
    const actual = await allRows();
    for (const { projection, table } of tables)
      expect(actual[table.sqlName]).toEqual(inOrder(table, foldRows(projection, log)(table)));
    for (const projection of projections) {
      const found = await verify({ store: side.store, owner: side.owner, projection, leaseMs: 2_000 });
      expect(found).toMatchObject({
        state: 'compared',
        tables: projection.tables.map(() => ({ missing: 0, surplus: 0, different: 0 })),
      });
    }
    await runner.stop();
  }, 180_000);

  it('are the same rows when the process that fills them is killed in the middle, and another goes on', async () => {
    const before = await allRows();
    for (const projection of projections) {
      const child = new ChildRebuild({ url: side.url, name: projection.name, batchSize: 40 });
      await eventually('it is in the middle', () => child.done >= 120);
      await child.kill();
      await expect(allRows()).resolves.toEqual(before);
      const result = await beside(projection);
      expect(result).toMatchObject({ state: 'switched' });
      expect(result.filled.resumedFrom).toBeGreaterThanOrEqual(120);
    }
    await expect(allRows()).resolves.toEqual(before);
  }, 180_000);

  it('touch nothing but their own tables', async () => {
    const { rows } = await side.owner.query<{ touched: string }>(
      `select schemaname || '.' || relname as touched from pg_stat_user_tables
       where n_tup_ins + n_tup_upd + n_tup_del > 0 and schemaname not in ('es', 'read', 'vinhdanh')`,
    );
    expect(rows).toEqual([]);
  });
});
