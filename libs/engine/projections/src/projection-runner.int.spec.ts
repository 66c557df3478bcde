import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import type { NewEvent } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { append, openReadSide, rowsOf, type ReadSide } from '../../../../test/support/read-side.js';
import { tallyOf, type Tally, type TallyOptions } from '../../../../test/support/tally.projection.js';
import { ensureTables, ProjectionRunner, retryDeadLetters, type ProjectionReport } from './index.js';

const note = (data: Record<string, string | number> = {}, type = 'Noted'): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data,
  metadata: {},
});
const notes = (count: number): NewEvent[] => Array.from({ length: count }, (_, number) => note({ number }));
const newStream = (): string => `dossier-${randomUUID()}`;

describe('a projection runner', () => {
  let side: ReadSide;
  const running: ProjectionRunner[] = [];

  beforeAll(async () => {
    side = await openReadSide();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(async (runner) => runner.stop()));
  });
  afterAll(async () => side.dispose());

  const newTally = async (options: Partial<TallyOptions> = {}): Promise<Tally> => {
    const tally = tallyOf({
      name: `tally-${randomUUID().slice(0, 8)}`,
      types: ['Noted'],
      ignores: ['Ignored', 'FromTheFuture'],
      ...options,
    });
    await ensureTables(side.owner, [tally.projection]);
    return tally;
  };

  const run = async (
    { projection }: Tally,
    options: { batchSize?: number; leaseMs?: number; database?: Database; report?: (r: ProjectionReport) => void } = {},
  ): Promise<ProjectionRunner> => {
    const runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [projection],
      knownTypes: [...projection.handles.keys(), ...projection.ignores],
      ...options,
    });
    running.push(runner);
    await runner.start();
    return runner;
  };

  const caughtUp = async (runner: ProjectionRunner, { projection }: Tally, position: string): Promise<void> => {
    const { behind } = await runner.progress.waitFor([projection], position, 10_000);
    if (behind) throw new Error('The projection did not catch up.');
  };

  const tallied = async ({ table }: Tally, stream: string): Promise<string | undefined> => {
    const rows = (await rowsOf(side.database, table)) as { stream: string; events: number; trail: string }[];
    const row = rows.find((candidate) => candidate.stream === stream);
    return row && `${row.events}: ${row.trail.trim()}`;
  };

  it('takes in what is there and what comes, and goes on where it stopped', async () => {
    const tally = await newTally();
    const stream = newStream();
    const before = await append(side.store, { stream, events: notes(5) });
    const runner = await run(tally, { batchSize: 2 });
    await caughtUp(runner, tally, before);
    const live = await append(side.store, { stream, events: [note(), note({}, 'Ignored')] });
    await caughtUp(runner, tally, live);
    await runner.stop();
    const meanwhile = await append(side.store, { stream, events: notes(1) });
    const next = await run(tally);
    await caughtUp(next, tally, meanwhile);
    await expect(tallied(tally, stream)).resolves.toBe('7: 0 1 2 3 4 5 7');
  });

  it('counts the events of the whole log, so that on PostgreSQL ordinal and position are the same', async () => {
    const tally = await newTally();
    const position = await append(side.store, { stream: newStream(), events: [note({}, 'Ignored'), note()] });
    const runner = await run(tally);
    await caughtUp(runner, tally, position);
    const [lag] = await runner.progress.lag();
    expect(lag).toMatchObject({
      position,
      ordinal: Number(position),
      eventsBehind: 0,
      secondsBehind: 0,
      deadLetters: 0,
    });
  });

  it('works alone: a second runner stands by and goes on when the first one stops', async () => {
    const tally = await newTally();
    const reports: string[] = [];
    const first = await run(tally, { leaseMs: 600, report: ({ kind }) => reports.push(`first ${kind}`) });
    await eventually('the first works', () => reports.includes('first started'));
    const second = await run(tally, { leaseMs: 600, report: ({ kind }) => reports.push(`second ${kind}`) });
    const stream = newStream();
    for (let turn = 0; turn < 5; turn++)
      await caughtUp(second, tally, await append(side.store, { stream, events: notes(1) }));
    expect(reports).toEqual(['first started']);
    await first.stop();
    await caughtUp(second, tally, await append(side.store, { stream, events: notes(1) }));
    // The second may begin before the first has told that it gave the lease back.
    expect(reports[0]).toBe('first started');
    expect(reports.slice(1).sort()).toEqual(['first stopped', 'second started']);
    await expect(tallied(tally, stream)).resolves.toBe('6: 0 1 2 3 4 5');
  });

  it('writes nothing once its lease is another one’s', async () => {
    const tally = await newTally();
    const reports: string[] = [];
    const runner = await run(tally, { leaseMs: 60_000, report: ({ kind }) => reports.push(kind) });
    const stream = newStream();
    await caughtUp(runner, tally, await append(side.store, { stream, events: notes(1) }));
    await side.database.query(
      `update read.checkpoint set lease_owner = 'another', lease_until = clock_timestamp() + interval '1 hour'
       where projection = $1`,
      [tally.projection.name],
    );
    const position = await append(side.store, { stream, events: notes(1) });
    await eventually('it notices', () => reports.includes('leaseLost'));
    await expect(runner.progress.waitFor([tally.projection], position, 50)).resolves.toMatchObject({ behind: true });
    await expect(tallied(tally, stream)).resolves.toBe('1: 0');
    await side.database.query(`update read.checkpoint set lease_until = clock_timestamp() where projection = $1`, [
      tally.projection.name,
    ]);
    await caughtUp(runner, tally, position);
    await expect(tallied(tally, stream)).resolves.toBe('2: 0 1');
  }, 180_000);

  it('counts once when the answer to a commit is lost', async () => {
    const tally = await newTally();
    const stream = newStream();
    let toLose = 0;
    const database = new Proxy(side.database, {
      get(target, name) {
        if (name !== 'transaction') return Reflect.get(target, name).bind(target) as unknown;
        return async (work: Parameters<Database['transaction']>[0]) => {
          const result = await target.transaction(work);
          if (toLose-- > 0) throw new Error('Connection terminated unexpectedly');
          return result;
        };
      },
    });
    const runner = await run(tally, { database, batchSize: 2 });
    await caughtUp(runner, tally, await side.store.head());
    toLose = 3;
    await caughtUp(runner, tally, await append(side.store, { stream, events: notes(9) }));
    expect(toLose).toBeLessThan(0);
    await expect(tallied(tally, stream)).resolves.toBe('9: 0 1 2 3 4 5 6 7 8');
  });

  it('parks an event that breaks its handler and those behind it; other dossiers go on', async () => {
    let healed = false;
    const tally = await newTally({
      weigh: (event) => {
        const { number } = event.data as { number?: number };
        if (number === 2 && !healed) throw new TypeError('Nguyễn Văn A has no such field');
      },
    });
    const [sick, healthy] = [newStream(), newStream()];
    const reports: ProjectionReport[] = [];
    const runner = await run(tally, { report: (report) => reports.push(report) });
    await append(side.store, { stream: sick, events: notes(4) }, { stream: healthy, events: notes(2) });
    const position = await append(
      side.store,
      { stream: healthy, events: [note()] },
      { stream: sick, events: [note()] },
    );
    await caughtUp(runner, tally, position);
    await expect(tallied(tally, sick)).resolves.toBe('2: 0 1');
    await expect(tallied(tally, healthy)).resolves.toMatch(/^2: 0 1|^3: 0 1 2/);
    const { rows } = await side.database.query<Record<string, unknown>>(
      `select stream, revision, error_code, origin from read.dead_letter where projection = $1 and stream = $2 order by revision`,
      [tally.projection.name, sick],
    );
    expect(rows.map(({ revision, error_code }) => `${String(revision)} ${String(error_code)}`)).toEqual([
      '2 TypeError',
      '3 BEHIND_DEAD_LETTER',
      '4 BEHIND_DEAD_LETTER',
    ]);
    expect(rows[0]?.origin).toMatch(/projection-runner\.int\.spec\.[jt]s:\d+$/);
    expect(JSON.stringify(rows)).not.toContain('Nguyễn');
    const [lag] = await runner.progress.lag();
    expect(lag?.deadLetters).toBeGreaterThanOrEqual(3);

    await expect(retryDeadLetters(side.store, side.database, tally.projection)).resolves.toMatchObject({
      applied: 0,
      stillParked: expect.arrayContaining([sick]) as unknown,
    });
    healed = true;
    await expect(retryDeadLetters(side.store, side.database, tally.projection)).resolves.toMatchObject({
      stillParked: [],
    });
    await caughtUp(runner, tally, await append(side.store, { stream: sick, events: [note()] }));
    await expect(tallied(tally, sick)).resolves.toBe('6: 0 1 2 3 4 5');
    expect(reports.some(({ kind }) => kind === 'retrying')).toBe(false);
  });

  it('parks what the database refuses for its content, without what it said', async () => {
    const tally = await newTally({ weigh: ({ data }) => ((data as { huge?: number }).huge ? 3_000_000_000 : 1) });
    const [sick, healthy] = [newStream(), newStream()];
    const runner = await run(tally);
    const position = await append(
      side.store,
      { stream: sick, events: [note({ huge: 1 })] },
      { stream: healthy, events: notes(1) },
    );
    await caughtUp(runner, tally, position);
    await expect(tallied(tally, sick)).resolves.toBeUndefined();
    await expect(tallied(tally, healthy)).resolves.toBe('1: 0');
    const { rows } = await side.database.query(
      `select error_code, origin from read.dead_letter where projection = $1 and stream = $2`,
      [tally.projection.name, sick],
    );
    expect(rows).toEqual([{ error_code: '22003', origin: 'statement' }]);
  });

  it('parks an event of a type that only a newer program knows', async () => {
    const stream = newStream();
    const position = await append(side.store, { stream, events: [note(), note({}, 'FromTheFuture'), note()] });
    const old = await newTally({ ignores: ['Ignored'] });
    await caughtUp(await run(old), old, position);
    await expect(tallied(old, stream)).resolves.toBe('1: 0');
    const newer = tallyOf({ name: old.projection.name, types: ['Noted', 'FromTheFuture'], ignores: ['Ignored'] });
    await expect(retryDeadLetters(side.store, side.database, newer.projection)).resolves.toMatchObject({ applied: 2 });
    await expect(tallied(old, stream)).resolves.toBe('3: 0 1 2');
  });

  it('blames no event for trouble of the database, and goes on when it is over', async () => {
    const tally = await newTally();
    const stream = newStream();
    const reports: string[] = [];
    const runner = await run(tally, { report: ({ kind }) => reports.push(kind) });
    await caughtUp(runner, tally, await append(side.store, { stream, events: notes(1) }));
    await side.owner.query(`revoke insert on ${tally.table.sqlName} from vinhdanh_app`);
    const position = await append(side.store, { stream, events: notes(1) });
    await eventually('it tries again', () => reports.includes('retrying'));
    await side.owner.query(`grant insert on ${tally.table.sqlName} to vinhdanh_app`);
    await caughtUp(runner, tally, position);
    const [lag] = await runner.progress.lag();
    expect(lag?.deadLetters).toBe(0);
    await expect(tallied(tally, stream)).resolves.toBe('2: 0 1');
  });
});
