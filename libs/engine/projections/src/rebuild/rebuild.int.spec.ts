import { eventually } from '#libs/platform/testing';
import { append, openReadSide, rowsOf, type ReadSide } from '../../../../../test/support/read-side.js';
import { fact, facts, newStream } from '../../../../../test/conformance/facts.js';
import { tallyOf, type Tally, type TallyOptions } from '../../../../../test/support/tally.projection.js';
import {
  dropOldTables,
  ensureTables,
  oldTables,
  ProjectionRunner,
  rebuild,
  ShadowHeld,
  verify,
  type Projection,
} from '../index.js';
import { Shadow } from './shadow.js';

const TYPES = ['DossierSubmitted'];

describe('a read model that is filled anew beside the one that serves', () => {
  let side: ReadSide;
  let runners: ProjectionRunner[];

  beforeEach(async () => {
    side = await openReadSide();
    runners = [];
  });
  afterEach(async () => {
    for (const runner of runners) await runner.stop();
    await side.dispose();
  });

  const modelled = async (options: Partial<TallyOptions> = {}): Promise<Tally> => {
    const tally = tallyOf({ types: TYPES, ...options });
    await ensureTables(side.owner, [tally.projection]);
    return tally;
  };
  const follow = async (projection: Projection): Promise<ProjectionRunner> => {
    const { store, database } = side;
    const runner = new ProjectionRunner({
      store,
      database,
      projections: [projection],
      knownTypes: TYPES,
      batchSize: 7,
    });
    runners.push(runner);
    await runner.start();
    return runner;
  };
  const caughtUp = async (runner: ProjectionRunner, projection: Projection): Promise<void> => {
    const { behind } = await runner.progress.waitFor([projection], await side.store.head(), 15_000);
    if (behind) throw new Error('The read model did not catch up.');
  };
  const write = async (streams: number, events = 5): Promise<void> => {
    for (let stream = 0; stream < streams; stream++)
      await append(side.store, { stream: newStream(), events: facts(events) });
  };
  const again = (projection: Projection, more: Partial<Parameters<typeof rebuild>[0]> = {}) =>
    rebuild({ store: side.store, owner: side.owner, projection, batchSize: 20, leaseMs: 500, ...more });

  it('has the same rows afterwards, and goes on following while others write', async () => {
    const { projection, table } = await modelled();
    const runner = await follow(projection);
    await write(30);
    const writing = write(60);
    await caughtUp(runner, projection);
    await side.owner.query(`update ${table.sqlName} set events = 99, trail = 'spoilt'`);
    await expect(again(projection)).resolves.toMatchObject({ state: 'switched', deadLetters: 0 });
    await writing;
    await write(3);
    await caughtUp(runner, projection);
    const rows = (await rowsOf(side.database, table)) as { events: number; trail: string }[];
    expect(rows).toHaveLength(93);
    expect(rows.filter(({ events, trail }) => events !== 5 || trail !== '0 1 2 3 4 ')).toEqual([]);
    const [lag] = await runner.progress.lag();
    expect(lag).toMatchObject({ ordinal: 93 * 5, eventsBehind: 0, deadLetters: 0 });
  }, 180_000);

  it('comes back when its tables were lost', async () => {
    const { projection, table } = await modelled();
    const runner = await follow(projection);
    await write(4);
    await caughtUp(runner, projection);
    await side.owner.query(`drop table ${table.sqlName} cascade`);
    await again(projection);
    await expect(rowsOf(side.database, table)).resolves.toHaveLength(4);
    const { rows } = await side.database.query(`select * from ${table.viewName}`);
    expect(rows).toHaveLength(4);
    await write(1);
    await caughtUp(runner, projection);
    await expect(rowsOf(side.database, table)).resolves.toHaveLength(5);
  });

  it('serves the old rows until the moment at which it serves the new ones', async () => {
    const { projection, table } = await modelled();
    const runner = await follow(projection);
    await write(10);
    await caughtUp(runner, projection);
    await side.owner.query(`update ${table.sqlName} set trail = 'old'`);
    const seen = new Set<string>();
    let looking = true;
    const looks = (async () => {
      while (looking) {
        const { rows } = await side.database.query<{ count: number; trails: string }>(
          `select count(*), string_agg(distinct trail, ',') as trails from ${table.sqlName}`,
        );
        seen.add(`${rows[0]?.count} ${rows[0]?.trails}`);
      }
    })();
    await again(projection, { batchSize: 3 });
    await eventually('a reader sees the new rows', () => seen.has('10 0 1 2 3 4 '));
    looking = false;
    await looks;
    expect([...seen]).toEqual(['10 old', '10 0 1 2 3 4 ']);
  });

  it('goes on where an earlier attempt was stopped', async () => {
    const { projection, table } = await modelled();
    await write(20);
    const stop = new AbortController();
    const first = await again(projection, {
      signal: stop.signal,
      report: ({ done }) => done >= 40 && stop.abort(),
    });
    expect(first).toMatchObject({ state: 'interrupted', filled: { done: 40, total: 100, resumedFrom: 0 } });
    await expect(again(projection)).resolves.toMatchObject({
      state: 'switched',
      filled: { done: 100, total: 100, resumedFrom: 40 },
    });
    await expect(rowsOf(side.database, table)).resolves.toHaveLength(20);
    await expect(again(projection, { fresh: true })).resolves.toMatchObject({ filled: { resumedFrom: 0 } });
  });

  it('is filled by one process at a time', async () => {
    const { projection } = await modelled();
    await write(2);
    const other = await Shadow.open(
      { store: side.store, owner: side.owner, projection, leaseMs: 500, batchSize: 5 },
      'next',
    );
    await expect(again(projection)).rejects.toBeInstanceOf(ShadowHeld);
    await other.close();
    await expect(again(projection)).resolves.toMatchObject({ state: 'switched' });
  });

  it('waits for a reader that takes long, and lets others read meanwhile', async () => {
    const { projection, table } = await modelled();
    await write(3);
    await caughtUp(await follow(projection), projection);
    const slow = await side.database.connect();
    await slow.query('begin');
    await slow.query(`select * from ${table.sqlName}`);
    let done = false;
    const rebuilding = again(projection).then((result) => ((done = true), result));
    for (let look = 0; look < 5; look++) {
      await side.database.query(`select * from ${table.sqlName}`);
      expect(done).toBe(false);
    }
    await slow.query('commit');
    slow.release();
    await expect(rebuilding).resolves.toMatchObject({ state: 'switched' });
  }, 20_000);

  it('heals a dossier whose events were parked, once the cause is mended', async () => {
    let broken = true;
    const { projection, table } = await modelled({
      weigh: ({ revision }) => {
        if (broken && revision === 2) throw new Error('cannot be taken in');
      },
    });
    const runner = await follow(projection);
    await write(2);
    await caughtUp(runner, projection);
    expect((await runner.progress.lag())[0]).toMatchObject({ deadLetters: 6 });
    await expect(again(projection)).resolves.toMatchObject({ deadLetters: 6 });
    broken = false;
    await expect(again(projection)).resolves.toMatchObject({ deadLetters: 0 });
    expect((await runner.progress.lag())[0]).toMatchObject({ deadLetters: 0 });
    const rows = (await rowsOf(side.database, table)) as { trail: string }[];
    expect(rows.map(({ trail }) => trail)).toEqual(['0 1 2 3 4 ', '0 1 2 3 4 ']);
  });

  it('is of use when the read models are ahead of a log that was restored', async () => {
    const { projection, table } = await modelled();
    const runner = await follow(projection);
    await write(3);
    await caughtUp(runner, projection);
    await runner.stop();
    await side.owner.query(`update read.checkpoint set position = '999', ordinal = 999`);
    await side.owner.query(`insert into ${table.sqlName} values ('dossier-never', 1, '0 ')`);
    await again(projection);
    await expect(rowsOf(side.database, table)).resolves.toHaveLength(3);
    await caughtUp(await follow(projection), projection);
  });

  it('is compared with the live one row by row, and only keys are told', async () => {
    const { projection, table } = await modelled();
    const runner = await follow(projection);
    await write(12);
    await caughtUp(runner, projection);
    const check = () => verify({ store: side.store, owner: side.owner, projection, batchSize: 10, leaseMs: 500 });
    await expect(check()).resolves.toMatchObject({
      state: 'compared',
      tables: [{ rows: 12, missing: 0, surplus: 0, different: 0, keys: [] }],
    });
    const [first, second] = (await rowsOf(side.database, table)) as { stream: string }[];
    await side.owner.query(`update ${table.sqlName} set trail = 'Nguyễn Văn Bí Mật' where stream = $1`, [
      first?.stream,
    ]);
    await side.owner.query(`delete from ${table.sqlName} where stream = $1`, [second?.stream]);
    await side.owner.query(`insert into ${table.sqlName} values ('zz', 1, '')`);
    const writing = write(20);
    const found = await check();
    await writing;
    expect(found).toMatchObject({ tables: [{ missing: 1, surplus: 1, different: 1 }] });
    expect(found.state === 'compared' && found.tables[0]?.keys).toEqual([
      { kind: 'different', key: [first?.stream] },
      { kind: 'missing', key: [second?.stream] },
      { kind: 'surplus', key: ['zz'] },
    ]);
    expect(JSON.stringify(found)).not.toContain('Bí Mật');
    // Nothing of the comparison is left, and the live one goes on.
    await expect(oldTables(side.owner, [])).resolves.toHaveLength(1);
    await caughtUp(runner, projection);
  }, 20_000);

  it('of a new version is ready before anybody reads it, and what it replaces goes by an explicit command only', async () => {
    const first = await modelled();
    await caughtUp(await follow(first.projection), first.projection);
    await write(3);
    const second = {
      ...first.projection,
      version: 2,
      tables: [{ ...first.table, version: 2, sqlName: 'read.rm_tally_v2' }],
    };
    // The handlers write the table that the first version described; here the second is the same under another name.
    const [table] = second.tables;
    if (!table) throw new Error('It has one.');
    second.handles = new Map([
      [
        'DossierSubmitted',
        (rows, { stream }) => {
          const { events } = rows.get(table, stream) ?? { events: 0 };
          rows.put(table, { stream, events: events + 1, trail: 'second' });
        },
      ],
    ]);
    second.touches = ({ stream }) => [{ table, key: [stream] }];
    await ensureTables(side.owner, [second]);
    const named = async () =>
      (await side.database.query<{ trail: string }>(`select distinct trail from ${table.viewName}`)).rows;
    await again(second);
    expect(await named()).toEqual([{ trail: 'second' }]);

    await expect(dropOldTables(side.owner, [second])).resolves.toMatchObject([{ name: 'read.rm_tally_v2_old_1' }]);
    // The first version is still followed.
    await expect(oldTables(side.owner, [second])).resolves.toMatchObject([
      { name: 'read.rm_tally_v1', usedBy: expect.any(String) },
    ]);
    await runners.pop()?.stop();
    await expect(dropOldTables(side.owner, [second])).resolves.toMatchObject([{ name: 'read.rm_tally_v1' }]);
    await expect(oldTables(side.owner, [second])).resolves.toEqual([]);
    expect(await named()).toEqual([{ trail: 'second' }]);
  });

  it('takes in what it ignores only as a step of its checkpoint', async () => {
    const { projection } = await modelled({ ignores: ['DossierReceived'] });
    await append(side.store, { stream: newStream(), events: [...facts(2), fact({}, { type: 'DossierReceived' })] });
    await expect(again(projection)).resolves.toMatchObject({ filled: { done: 3, total: 3 } });
  });
});
