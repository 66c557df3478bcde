import {
  type DeadlineProblem,
  DeadlineSweep,
  type MissedDeadlineSink,
  ReminderPlanner,
  ringDeadlines,
  type RingOptions,
  type RingOutcome,
  type RingingSink,
} from '#libs/engine/deadlines';
import { openQueues, type Queues } from '#libs/engine/queue';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { ReminderOffice, rules, SetClock } from './reminder-office.js';
import { receiveDossier } from './receive-dossier.js';

/** The appraisal clock of the dossier on the desk. */
export const APPRAISE = { dossierId: 'D1', deadlineId: 'appraise-1', version: 1 };

/** An office with one received dossier, whose planner, bells and sweep a test moves by hand. */
export class PlanningDesk {
  readonly clock = new SetClock('2026-10-05T09:00:00+07:00');
  /** What rang, in order. */
  readonly rung: string[] = [];
  readonly problems: DeadlineProblem[] = [];

  private constructor(
    readonly office: ReminderOffice,
    readonly database: Database,
    readonly queues: Queues,
  ) {}

  static async open(): Promise<PlanningDesk> {
    const office = await ReminderOffice.open(
      (databaseUrl) => ({ kind: 'postgres', databaseUrl }),
      'smtp://127.0.0.1:1',
    );
    const { databaseUrl, queue } = office.settings;
    const database = openDatabase({ url: databaseUrl, applicationName: 'test', role: 'vinhdanh_app', max: 3 });
    await receiveDossier(office, 'D1');
    return new PlanningDesk(office, database, openQueues(queue));
  }

  async close(): Promise<void> {
    await this.queues.close();
    await this.database.close();
    await this.office.close();
  }

  /** Lets the planner read the log to its end. */
  async planned(more: Partial<{ rules: typeof rules }> = {}): Promise<void> {
    const { database, clock, onProblem } = this;
    const planner = new ReminderPlanner({ database, events: this.office.events, rules, clock, onProblem, ...more });
    await planner.start();
    await planner.caughtUp();
    await planner.stop();
  }

  async ring(key = APPRAISE, more: Partial<RingOptions> = {}): Promise<RingOutcome | undefined> {
    const sink: RingingSink = {
      prepare: async () => async (_connection, ringings) => {
        this.rung.push(...ringings.map(({ rung }) => rung.rung));
        return ringings.map(() => 1);
      },
    };
    const { database, clock, onProblem } = this;
    const options = { database, events: this.office.events, rules, clock, onProblem, sink, ...more };
    const [outcome] = await ringDeadlines(options, [key]);
    return outcome;
  }

  async rows(deadlineId = 'appraise-1'): Promise<readonly RungRow[]> {
    const { rows } = await this.database.query<RungRow>(
      `select version, rung, state, reason from ops.rung where dossier_id = 'D1' and deadline_id = $1
       order by version, ring_at`,
      [deadlineId],
    );
    return rows;
  }

  async those(state: string): Promise<readonly string[]> {
    return (await this.rows()).filter((row) => row.state === state).map((row) => row.rung);
  }

  sweep(missed: MissedDeadlineSink): DeadlineSweep {
    const { database, clock, onProblem } = this;
    const bells = this.queues.queue('bells');
    return new DeadlineSweep({ database, clock, bells, missed, onProblem, ring: async () => 0 });
  }

  private readonly onProblem = (problem: DeadlineProblem): void => void this.problems.push(problem);
}

interface RungRow {
  readonly version: number;
  readonly rung: string;
  readonly state: string;
  readonly reason: string | null;
}
