import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { runMigrations } from '#libs/platform/postgres';
import { createTestDatabase, eventually, startTestRedis, withoutRedis } from '#libs/platform/testing';
import { jobIdOf, migrateQueues, openQueues, type Queues, type QueueSettings, type RunningJob } from './index.js';

interface Backend {
  readonly settings: QueueSettings;
  stop(): Promise<void>;
}

type Bell = { readonly dossierId: string };

function describeQueues(name: string, start: () => Promise<Backend>): void {
  describe(`queues on ${name}`, () => {
    let backend: Backend;
    let queues: Queues;
    let bell: string;
    const rung: RunningJob<Bell>[] = [];
    const ids = () => rung.map(({ id }) => id);
    const job = (dossierId: string, more: { delayMs?: number; attempts?: number; backoffMs?: number } = {}) =>
      queues.queue<Bell>(bell).add('ring', { dossierId }, { jobId: jobIdOf('bell', dossierId), ...more });
    const workOff = (handler?: (job: RunningJob<Bell>) => Promise<void>) =>
      queues.work<Bell>(
        bell,
        async (running) => {
          rung.push(running);
          await handler?.(running);
        },
        { concurrency: 1 },
      );

    beforeAll(async () => {
      backend = await start();
    });
    afterAll(() => backend.stop());
    beforeEach(async () => {
      bell = `bell-${randomUUID()}`;
      rung.length = 0;
      queues = openQueues(backend.settings);
      await queues.ready();
    });
    afterEach(() => queues.close());

    it('runs a job once, with what it was given', async () => {
      workOff();
      await job('d-1');
      await eventually('the bell rang', () => rung.length > 0);
      expect(rung).toEqual([{ id: 'bell_d-1', name: 'ring', data: { dossierId: 'd-1' }, attempt: 1 }]);
      await eventually('the job is done', async () => (await queues.queue(bell).state('bell_d-1')) === 'absent');
    });

    it('holds a delayed job back for its time', async () => {
      workOff();
      const added = performance.now();
      await job('d-1', { delayMs: 300 });
      expect(await queues.queue(bell).state('bell_d-1')).toBe('delayed');
      await eventually('the bell rang', () => rung.length > 0);
      expect(performance.now() - added).toBeGreaterThanOrEqual(299);
    });

    it('lets a delayed job run before its time when asked', async () => {
      workOff();
      await job('d-1', { delayMs: 3_600_000 });
      expect(await queues.queue(bell).hasten('bell_d-1')).toBe(true);
      await eventually('the bell rang', () => rung.length > 0);
      await eventually('the job is done', async () => (await queues.queue(bell).state('bell_d-1')) === 'absent');
      expect(await queues.queue(bell).hasten('bell_d-1')).toBe(false);
    });

    it('takes the same id once while it waits, and again when it is done', async () => {
      await job('d-1');
      await job('d-1');
      await queues.queue<Bell>(bell).addAll([
        { name: 'ring', data: { dossierId: 'd-1' }, jobId: 'bell_d-1' },
        { name: 'ring', data: { dossierId: 'd-2' }, jobId: 'bell_d-2' },
      ]);
      expect(await queues.queue(bell).counts()).toEqual({ waiting: 2, delayed: 0, active: 0, failed: 0 });
      workOff();
      await eventually('both bells rang', () => rung.length >= 2);
      await eventually('the job is done', async () => (await queues.queue(bell).state('bell_d-1')) === 'absent');
      await job('d-1');
      await eventually('it rang again', () => rung.length >= 3);
      expect(ids().sort()).toEqual(['bell_d-1', 'bell_d-1', 'bell_d-2']);
    });

    it('tries a failing job again with growing pauses, and keeps it to be seen in the end', async () => {
      const problems: unknown[] = [];
      const at: number[] = [];
      queues.work<Bell>(
        bell,
        async () => {
          at.push(performance.now());
          throw new Error('the mail server is away');
        },
        { onProblem: (problem) => problems.push(problem.jobId) },
      );
      await job('d-1', { attempts: 3, backoffMs: 80 });
      await eventually('each failure was told', () => problems.length === 3);
      expect(await queues.queue(bell).state('bell_d-1')).toBe('failed');
      expect(at).toHaveLength(3);
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(79);
      expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(159);
      expect(problems).toEqual(['bell_d-1', 'bell_d-1', 'bell_d-1']);
      expect((await queues.queue(bell).counts()).failed).toBe(1);
    });

    it('goes on after a restart of the worker, which finishes what runs and takes nothing new', async () => {
      let finish = () => {};
      const first = workOff(() => new Promise<void>((resolve) => (finish = resolve)));
      await job('d-1');
      await eventually('the job was taken', () => rung.length === 1);
      for (const dossier of ['d-2', 'd-3']) await job(dossier);
      const closed = first.close();
      finish();
      await closed;
      expect(ids()).toEqual(['bell_d-1']);
      expect(await queues.queue(bell).counts()).toMatchObject({ waiting: 2, active: 0 });
      workOff();
      await eventually('the others were done', () => rung.length === 3);
      expect(ids()).toEqual(['bell_d-1', 'bell_d-2', 'bell_d-3']);
    });

    it('gives the job of a worker that was killed to another', async () => {
      const program = `
        import { openQueues } from '#libs/engine/queue';
        openQueues(${JSON.stringify(backend.settings)}).work(
          ${JSON.stringify(bell)}, () => new Promise(() => process.stdout.write('taken')), { stalledAfterMs: 300 });`;
      const victim = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await job('d-1');
      await once(victim.stdout, 'data');
      expect(await queues.queue(bell).state('bell_d-1')).toBe('active');
      victim.kill('SIGKILL');
      await once(victim, 'exit');
      queues.work<Bell>(bell, async (running) => void rung.push(running), { stalledAfterMs: 300 });
      await eventually('the job was taken', () => rung.length === 1);
      expect(rung[0]).toMatchObject({ id: 'bell_d-1', attempt: 1 });
    });
  });
}

describeQueues('PostgreSQL', async () => {
  const database = await createTestDatabase();
  await runMigrations(database.url, []);
  await migrateQueues(database.url);
  await migrateQueues(database.url);
  return { settings: { kind: 'postgres', databaseUrl: database.url }, stop: () => database.drop() };
});

describe('the tables of the queues in PostgreSQL', () => {
  it('are seen to again at every start, also once a queue has made a sequence of its own', async () => {
    const database = await createTestDatabase();
    try {
      await runMigrations(database.url, []);
      await migrateQueues(database.url);
      const queues = openQueues({ kind: 'postgres', databaseUrl: database.url });
      await queues
        .queue<Bell>('bells')
        .addAll(
          ['d-1', 'd-2'].map((dossierId) => ({ name: 'ring', data: { dossierId }, jobId: jobIdOf('bell', dossierId) })),
        );
      await queues.close();
      // As the second start of a system does it.
      await migrateQueues(database.url);
      const again = openQueues({ kind: 'postgres', databaseUrl: database.url });
      expect(await again.queue('bells').counts()).toMatchObject({ waiting: 2 });
      await again.close();
    } finally {
      await database.drop();
    }
  });
});

if (withoutRedis === undefined) {
  describeQueues('Redis', async () => {
    const redis = await startTestRedis();
    return { settings: { kind: 'redis', url: redis.url }, stop: () => redis.stop() };
  });
} else {
  // Counted as skipped, with the reason in its name; where Redis can be had, none is.
  // eslint-disable-next-line jest/no-disabled-tests
  describe.skip(`queues on Redis: ${withoutRedis}`, () => {
    it('was not run', () => {});
  });
}
