import { setTimeout as pause } from 'node:timers/promises';
import { ok } from '#libs/domain/kernel';
import { PostgresEventStore } from '#libs/engine/event-store';
import { migrateQueues, openQueues, type QueueSettings } from '#libs/engine/queue';
import { type Database, migrationsOf, openDatabase, runMigrations } from '#libs/platform/postgres';
import { type Directory, EmailChannel, type Mailer, type Recipient, ReminderWorker } from '#libs/service/notifications';
import { copyDossier } from '../../support/copied-dossiers.js';
import { BODY } from '../../support/dossier-desk.js';
import { asShipped, ReminderOffice, rules, SetClock } from '../../reminders/reminder-office.js';
import { receiveDossier, T_2 } from '../../reminders/receive-dossier.js';

export interface MorningOptions {
  readonly count: number;
  readonly people: number;
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
  readonly say: (line: string) => void;
}

export interface Measured {
  readonly queue: string;
  readonly count: number;
  readonly people: number;
  /** From the moment the rungs are due until the last one is settled, with its in-app row and its message. */
  readonly ringMs: number;
  /** From the closing of the envelopes until the last letter is noted as sent. */
  readonly letterMs: number;
  readonly letters: number;
  readonly delivered: number;
  readonly doubled: number;
  readonly peakRssMb: number;
}

const LOOK_EVERY_MS = 250;

/** Every body has one officer, so that so many people share the dossiers. */
const chart = (): Directory => {
  const of = (unitId: string): Recipient => ({ accountId: unitId, name: 'Cán bộ', email: `${unitId}@office.example` });
  return {
    assignees: async (_role, unitId) => [of(unitId)],
    headsOfSection: async () => [],
    deputyHeads: async () => [],
    account: async (accountId) => of(accountId),
  };
};

/** Takes every letter at once: how fast a mail server is, is not what is measured. */
function takingMailer(): Mailer & { readonly taken: Map<string, number> } {
  const taken = new Map<string, number>();
  return {
    taken,
    host: 'office.example',
    send: async ({ messageId }) => {
      taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
      return { kind: 'sent' };
    },
    close: () => Promise.resolve(),
  };
}

/** So many dossiers whose planner has seen them, written past log and planner: what happens at eight is what is measured. */
async function prepare(database: Database, { count, people, say }: MorningOptions): Promise<void> {
  say(`writing ${count} dossiers …`);
  await copyDossier(database, { from: 'D1', prefix: 'C', count, body: { from: BODY, of: people } });
  await database.query(
    `insert into ops.deadline (dossier_id, deadline_id, version, due_at, state, revision)
     select 'C' || lpad(n::text, 6, '0'), deadline_id, version, due_at, state, revision
     from ops.deadline, generate_series(1, $1::int) as n where dossier_id = 'D1'`,
    [count],
  );
  await database.query(
    `insert into ops.rung (dossier_id, deadline_id, version, rung, ring_at, state, reason, recipients, channels, settled_at)
     select 'C' || lpad(n::text, 6, '0'), deadline_id, version, rung, ring_at,
       case rung when 'T-5' then 'skipped' else state end, case rung when 'T-5' then 'later_rung' else reason end,
       recipients, channels, case rung when 'T-5' then ring_at else settled_at end
     from ops.rung, generate_series(1, $1::int) as n where dossier_id = 'D1'`,
    [count],
  );
  await database.query(`delete from ops.rung where dossier_id = 'D1'`);
  await database.query(`update ops.reminder_planner set position = (select position::text from es.head)`);
  await database.query('analyze es.events, ops.deadline, ops.rung');
}

export async function runMorning(options: MorningOptions): Promise<Measured> {
  const { databaseUrl: url, queue, count, people, say } = options;
  await runMigrations(
    url,
    ['libs/engine/event-store', 'libs/engine/deadlines', 'libs/service/notifications'].map(migrationsOf),
  );
  await migrateQueues(url);
  const database = openDatabase({ url, applicationName: 'bench', max: 2, statementTimeoutMs: 0 });
  const office = ReminderOffice.on(url, queue);
  await receiveDossier(office, 'D1');
  const planning = office.worker(new SetClock('2026-10-05T09:00:00+07:00'));
  await planning.start();
  await planning.caughtUp();
  await office.closeWorkers();
  await prepare(database, options);

  const mailer = takingMailer();
  const clock = new SetClock(T_2);
  const pool = openDatabase({
    url,
    applicationName: 'worker',
    role: 'vinhdanh_app',
    max: 10,
    statementTimeoutMs: 120_000,
  });
  const events = new PostgresEventStore({ url, applicationName: 'worker' });
  const queues = openQueues(queue);
  let peak = 0;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  const worker = new ReminderWorker({
    database: pool,
    events,
    queues,
    clock,
    rules,
    directory: chart(),
    sending: asShipped,
    channels: [new EmailChannel({ mailer })],
    host: mailer.host,
    missed: { recordMissed: async () => ok(undefined) },
    onProblem: ({ during, ...rest }) => say(`problem: ${during} ${'cause' in rest ? String(rest.cause) : ''}`),
    sweepEveryMs: 1_000,
    lettersAtOnce: 8,
  });
  const counted = async (from: string): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*) as count from ${from}`)).rows[0]?.count ?? 0;
  const until = async (what: string, from: string, wanted: number): Promise<number> => {
    const start = performance.now();
    for (let told = 0; ; await pause(LOOK_EVERY_MS)) {
      const there = await counted(from);
      const ms = performance.now() - start;
      if (there >= wanted) return ms;
      if (ms - told > 15_000) say(`${what}: ${there} of ${wanted} after ${Math.round((told = ms) / 1_000)} s`);
    }
  };
  try {
    const started = performance.now();
    await worker.start();
    await until('rung', `ops.notification where rung = 'T-2'`, count);
    const ringMs = performance.now() - started;
    clock.travelTo('2026-10-27T09:00:00+07:00');
    const letterMs = await until('sent', `ops.delivery where state = 'sent'`, count);
    return {
      queue: queue.kind,
      count,
      people,
      ringMs,
      letterMs,
      letters: await counted(`ops.letter where state = 'sent'`),
      delivered: await counted(`ops.delivery where state = 'sent'`),
      doubled: [...mailer.taken.values()].filter((times) => times > 1).length,
      peakRssMb: Math.round(peak / 1_048_576),
    };
  } finally {
    clearInterval(watching);
    await worker.stop();
    await queues.close();
    await events.close();
    await pool.close();
    await office.close();
    await database.close();
  }
}
