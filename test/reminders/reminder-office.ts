import { randomUUID } from 'node:crypto';
import { dossierEvents, type HeldRole } from '#libs/domain/dossier';
import { type Clock, type Instant, ok } from '#libs/domain/kernel';
import { type DeadlineProblem, type MissedDeadline, type ReminderRules } from '#libs/engine/deadlines';
import { type EventStore, type JsonObject, PostgresEventStore } from '#libs/engine/event-store';
import { migrateQueues, openQueues, type Queues, type QueueSettings } from '#libs/engine/queue';
import { type Database, migrationsOf, openDatabase, runMigrations } from '#libs/platform/postgres';
import {
  type DeliveryProblem,
  type Directory,
  EmailChannel,
  openMailer,
  type Recipient,
  ReminderWorker,
  type ReminderWorkerOptions,
  SendingRules,
} from '#libs/service/notifications';
import { BODY, Desk, type DeskSetting, type Move, moment } from '../support/dossier-desk.js';
import { defaultLadder, notificationLaw, vietnam } from '../support/law-files.js';
import { allProcedures } from '../support/procedures.js';
import { createOfficeDatabase } from '../support/office-database.js';

export const rules: ReminderRules = {
  procedure: ({ hash }) => allProcedures.find((procedure) => procedure.hash === hash),
  calendar: (id) => (id === vietnam.id ? vietnam : undefined),
  ladder: (name) => (name === 'default' ? defaultLadder : undefined),
  digestAt: notificationLaw.digest.at,
};

/** The law as shipped, but for the minutes in which messages are gathered: suites of single letters need not wait for them. */
export const atOnce = new SendingRules(
  { ...notificationLaw, coalescing: { ...notificationLaw.coalescing, atLeast: 1_000_000, withinMinutes: 0 } },
  () => vietnam,
);
export const asShipped = new SendingRules(notificationLaw, () => vietnam);

const officer: Recipient = { accountId: 'account-binh', name: 'Bình', email: 'binh@office.example' };
const head: Recipient = { accountId: 'account-khanh', name: 'Khánh', email: 'khanh@office.example' };
const authority: Recipient = { accountId: 'account-dung', name: 'Dung', email: 'dung@office.example' };

export const operator: Recipient = { accountId: 'account-long', name: 'Long', email: 'long@office.example' };

/** The office's chart: one officer, the head of the section, the authority. */
export const directory: Directory = {
  assignees: async (role, unitId) =>
    unitId !== BODY ? [] : role === 'officer' ? [officer] : role === 'authority' ? [authority] : [],
  headsOfSection: async (_role, unitId) => (unitId === BODY ? [head] : []),
  deputyHeads: async (_role, unitId) => (unitId === BODY ? [head] : []),
  account: async (id) => [officer, head, authority, operator].find(({ accountId }) => accountId === id),
};

/** A clock that stands until it is set. */
export class SetClock implements Clock {
  #now: Instant;

  constructor(text: string) {
    this.#now = moment(text);
  }

  now(): Instant {
    return this.#now;
  }

  travelTo(text: string): void {
    this.#now = moment(text);
  }
}

/** What makes workers of one office alike, in this process and in others. */
export interface OfficeSettings {
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
  readonly smtpUrl: string;
  /** Messages are gathered and held as the law says; without it, each leaves by itself at once by day. */
  readonly gathers?: boolean;
}

export interface OpenWorker {
  readonly worker: ReminderWorker;
  readonly queues: Queues;
  close(): Promise<void>;
}

/** A worker as `apps/worker` would build it, with pauses short enough to wait for. */
export function openWorker(
  settings: OfficeSettings,
  options: Pick<ReminderWorkerOptions, 'clock'> & Partial<ReminderWorkerOptions>,
): OpenWorker {
  const { databaseUrl: url } = settings;
  const database = openDatabase({ url, applicationName: 'worker', role: 'vinhdanh_app', max: 6 });
  const events = new PostgresEventStore({ url, applicationName: 'worker' });
  const queues = openQueues(settings.queue);
  const mailer = openMailer({ smtpUrl: settings.smtpUrl, dataFolder: '', mailFrom: 'vinhdanh@office.example' });
  const worker = new ReminderWorker({
    database,
    events,
    queues,
    rules,
    directory,
    operators: async () => [operator],
    sending: settings.gathers ? asShipped : atOnce,
    channels: [new EmailChannel({ mailer })],
    host: mailer.host,
    missed: { recordMissed: async () => ok(undefined) },
    onProblem: () => {},
    sweepEveryMs: 50,
    retryDelaysMs: [40, 80],
    ...options,
  });
  return {
    worker,
    queues,
    async close() {
      await worker.stop();
      await queues.close();
      await mailer.close();
      await events.close();
      await database.close();
    },
  };
}

export interface Told {
  readonly account_id: string;
  readonly dossier_id: string;
  readonly rung: string;
  readonly channel: string;
  readonly note: string | null;
}

export interface SeenDelivery {
  readonly dossier_id: string | null;
  readonly rung: string | null;
  readonly category: string;
  readonly state: string;
  readonly reason: string | null;
  readonly letter_id: string | null;
}

export interface RungTold {
  readonly deadline_id: string;
  readonly rung: string;
  readonly state: string;
  readonly reason: string | null;
}

/** An office with a log, tables and dossiers on which real acts are done. */
export class ReminderOffice {
  readonly problems: (DeadlineProblem | DeliveryProblem)[] = [];
  readonly missed: MissedDeadline[] = [];
  readonly #open: OpenWorker[] = [];
  readonly #desks = new Map<string, Desk>();

  private constructor(
    readonly settings: OfficeSettings,
    readonly database: Database,
    readonly events: EventStore,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(
    queueOf: (databaseUrl: string) => QueueSettings,
    smtpUrl: string,
    more: Pick<OfficeSettings, 'gathers'> = {},
  ): Promise<ReminderOffice> {
    const { url, drop } = await createOfficeDatabase();
    await runMigrations(
      url,
      ['libs/engine/event-store', 'libs/engine/deadlines', 'libs/service/notifications'].map(migrationsOf),
    );
    await migrateQueues(url);
    const database = openDatabase({ url, applicationName: 'test', max: 3 });
    const events = new PostgresEventStore({ url, applicationName: 'test' });
    return new ReminderOffice({ databaseUrl: url, queue: queueOf(url), smtpUrl, ...more }, database, events, drop);
  }

  /** An office in a database that is there already, and stays. */
  static on(databaseUrl: string, queue: QueueSettings): ReminderOffice {
    const events = new PostgresEventStore({ url: databaseUrl, applicationName: 'test' });
    const reading = openDatabase({ url: databaseUrl, applicationName: 'test', max: 1 });
    return new ReminderOffice({ databaseUrl, queue, smtpUrl: 'smtp://127.0.0.1:1' }, reading, events, async () => {});
  }

  /** Sets the desk at which a dossier will be worked on, under other law. */
  seat(dossierId: string, setting: Omit<DeskSetting, 'dossierId'>): void {
    this.#desks.set(dossierId, new Desk({ ...setting, dossierId }));
  }

  /** Who holds a dossier for a role, as its facts say. */
  holderOf(dossierId: string, role: string): string | undefined {
    return this.#desks.get(dossierId)?.state?.work[role as HeldRole]?.holder?.accountId;
  }

  /** Does acts on a dossier with the real decider, and appends what they make to the log. */
  async act(dossierId: string, ...moves: readonly Move[]): Promise<void> {
    let desk = this.#desks.get(dossierId);
    if (!desk) this.#desks.set(dossierId, (desk = new Desk({ dossierId })));
    for (const move of moves) {
      const before = desk.facts.length;
      const taken = desk.take(move);
      if (!taken.ok) throw new Error(`${move.command.type} was refused: ${taken.error.code}.`);
      const facts = desk.facts.slice(before);
      const appended = await this.events.append(
        `dossier-${dossierId}`,
        before === 0 ? 'noStream' : before - 1,
        facts.map(({ type, data, effectiveAt, actor }) => ({
          id: randomUUID(),
          type,
          schemaVersion: dossierEvents[type].schemaVersion,
          effectiveAt,
          data: data as unknown as JsonObject,
          metadata: { actor: actor as unknown as JsonObject },
        })),
        { account: 'test', commandId: randomUUID(), fingerprint: 'test' },
      );
      if (!appended.ok) throw new Error(appended.error.code);
    }
  }

  /** A worker in this process. */
  worker(clock: Clock, options: Partial<ReminderWorkerOptions> = {}): ReminderWorker {
    const opened = openWorker(this.settings, {
      clock,
      missed: {
        recordMissed: async (missed) => {
          this.missed.push(missed);
          return ok(undefined);
        },
      },
      onProblem: (problem) => this.problems.push(problem),
      ...options,
    });
    this.#open.push(opened);
    return opened.worker;
  }

  async told(): Promise<readonly Told[]> {
    const { rows } = await this.database.query<Told & Record<string, unknown>>(
      `select account_id, dossier_id, rung, channel, note from ops.notification where kind = 'reminder'
       order by dossier_id, account_id, id`,
    );
    return rows;
  }

  async rungs(dossierId: string): Promise<readonly RungTold[]> {
    const { rows } = await this.database.query<RungTold & Record<string, unknown>>(
      `select deadline_id, rung, state, reason from ops.rung where dossier_id = $1 order by ring_at, version`,
      [dossierId],
    );
    return rows;
  }

  /** What was to be sent to one account, or to all but the operator, in the order in which it was due. */
  async deliveries(accountId?: string): Promise<readonly SeenDelivery[]> {
    const { rows } = await this.database.query<SeenDelivery & Record<string, unknown>>(
      `select dossier_id, rung, category, state, reason, letter_id from ops.delivery
       where ($1::text is null and account_id <> 'account-long') or account_id = $1
       order by created_at, dossier_id, rung, account_id`,
      [accountId ?? null],
    );
    return rows;
  }

  /** The letters to everybody but the operator. */
  async letters(): Promise<
    readonly { account_id: string; state: string; attempts: number; takeovers: number; last_error: string | null }[]
  > {
    const { rows } = await this.database.query<{
      account_id: string;
      state: string;
      attempts: number;
      takeovers: number;
      last_error: string | null;
    }>(`select account_id, state, attempts, takeovers, last_error from ops.letter
       where account_id <> 'account-long' order by made_at, account_id, id`);
    return rows;
  }

  /** How many rows of a table there are, `ops.rung where …`. */
  async counted(from: string): Promise<number> {
    const { rows } = await this.database.query<{ count: number }>(`select count(*) as count from ${from}`);
    return rows[0]?.count ?? 0;
  }

  /** Ends the workers of this process; the log and the tables stay. */
  async closeWorkers(): Promise<void> {
    for (const opened of this.#open.splice(0)) await opened.close();
  }

  async close(): Promise<void> {
    await this.closeWorkers();
    await this.events.close();
    await this.database.close();
    await this.drop();
  }
}
