import { calendarEvents, isCountingFact } from '#libs/domain/calendar';
import { type DeadlineState, dossierEvents, type DossierState, isClockEvent } from '#libs/domain/dossier';
import type { Clock } from '#libs/domain/kernel';
import { type EventBatch, type EventStore, type Position, START, type Subscription } from '#libs/engine/event-store';
import type { Connection, Database } from '#libs/platform/postgres';
import { closeVanished, openDossiersAfter, type SeenDeadline, watchDeadlines } from './deadline-table.js';
import { DOSSIER_STREAMS, dossierIdOf, loadDossiers } from './dossier-truth.js';
import { planRungs, type ReminderRules } from './reminder-rules.js';
import type { DeadlineProblem } from './deadline-problem.js';
import { cancelPlanned, type DeadlinePlan, type Withdrawal, writePlans } from './rung-table.js';

export interface ReminderPlannerOptions {
  readonly database: Database;
  readonly events: EventStore;
  readonly rules: ReminderRules;
  readonly clock: Clock;
  readonly onProblem: (problem: DeadlineProblem) => void;
}

/** Facts after which a ladder may look different: those of clocks, and the birth of a dossier that brings clocks along. */
const TYPES = [...Object.keys(dossierEvents).filter(isClockEvent), 'DetachedDossierOpened'];

const CALENDARS = 'calendar-';
/** After a change of a calendar rungs may have other days, also of deadlines that it does not move. */
const CHANGES = Object.keys(calendarEvents).filter(isCountingFact);

/** Dossiers planned anew at a time when a calendar has changed. */
const AT_ONCE = 200;

/**
 * Follows the log and keeps the table of rungs in step with it. It writes plans and sends nothing.
 *
 * Per dossier it does not apply event by event but looks at what the dossier is now and brings the rows to that: a batch
 * that comes twice changes nothing, and several planners may run at once. The rows and the checkpoint are one transaction.
 */
export class ReminderPlanner {
  readonly #options: ReminderPlannerOptions;
  #subscription: Subscription | undefined;

  constructor(options: ReminderPlannerOptions) {
    this.#options = options;
  }

  /** Follows from the checkpoint on; on a first start from the beginning of the log. */
  async start(): Promise<void> {
    const { events, database, onProblem } = this.#options;
    if (this.#subscription) return;
    this.#subscription = events.subscribe(
      {
        after: await checkpoint(database),
        filter: { streamPrefixes: [...DOSSIER_STREAMS, CALENDARS], types: [...TYPES, ...CHANGES] },
        onError: ({ cause }) => onProblem({ during: 'plan', cause }),
      },
      (batch) => this.#plan(batch),
    );
  }

  /** True once it has seen what was in the log when it started; false when it was stopped before that. */
  async caughtUp(): Promise<boolean> {
    return (await this.#subscription?.caughtUp) ?? false;
  }

  /** The last position whose plans are written. */
  get position(): Position {
    return this.#subscription?.position ?? START;
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
    this.#subscription = undefined;
  }

  async #plan(batch: EventBatch): Promise<void> {
    const { database, events } = this.#options;
    if (batch.events.some(({ stream }) => stream.startsWith(CALENDARS))) await this.#planOpen();
    // In one order in every process: two planners that lock deadlines crosswise would wait for each other.
    const ids = [...new Set(batch.events.filter(isOfDossier).map(({ stream }) => dossierIdOf(stream)))].sort();
    const found = await loadDossiers(events, ids);
    const dossiers = ids.map((id) => found.get(id)).filter((dossier) => dossier !== undefined);
    await database.transaction(async (connection) => {
      if (dossiers.length > 0) await this.#planDossiers(connection, dossiers);
      await moveCheckpoint(connection, events, batch.scannedTo);
    });
  }

  /** Every dossier with an open deadline, by the calendar as it is now. Cut off in the middle, it is done again. */
  async #planOpen(): Promise<void> {
    const { database, events, rules } = this.#options;
    await rules.refresh?.();
    for (let after = ''; ;) {
      const ids = await openDossiersAfter(database, after, AT_ONCE);
      const last = ids.at(-1);
      if (last === undefined) return;
      const dossiers = [...(await loadDossiers(events, ids)).values()];
      dossiers.sort((one, other) => (one.id < other.id ? -1 : 1));
      await database.transaction((connection) => this.#planDossiers(connection, dossiers));
      after = last;
    }
  }

  async #planDossiers(connection: Connection, dossiers: readonly DossierState[]): Promise<void> {
    const seen = dossiers.flatMap((dossier) => deadlinesOf(dossier).map((deadline) => ({ dossier, deadline })));
    const written = await watchDeadlines(connection, seen);
    const vanished = await closeVanished(connection, dossiers);
    await cancelPlanned(connection, [
      ...written.map(withdrawalOf),
      ...vanished.map((key) => ({ ...key, reason: 'deadline_closed' })),
    ]);
    await writePlans(
      connection,
      written.filter(({ deadline }) => isOpen(deadline)).flatMap((one) => this.#planOf(one)),
    );
  }

  /** No plan where a rule is missing: nobody is reminded, but the miss is still recorded, and other dossiers go on. */
  #planOf({ dossier, deadline }: SeenDeadline): DeadlinePlan[] {
    const { rules, clock, onProblem } = this.#options;
    const { deadlineId, version } = deadline.terms;
    const key = { dossierId: dossier.id, deadlineId, version };
    const plan = planRungs(rules, dossier, deadline, clock.now());
    if (plan.ok) return [{ deadline: key, rungs: plan.rungs }];
    onProblem({ during: 'plan', deadline: key, missing: plan.missing });
    return [];
  }
}

const isOfDossier = ({ stream }: EventBatch['events'][number]): boolean => !stream.startsWith(CALENDARS);

const deadlinesOf = ({ deadlines }: DossierState): DeadlineState[] =>
  [...deadlines.values()].sort((one, other) => (one.terms.deadlineId < other.terms.deadlineId ? -1 : 1));

const isOpen = ({ state }: DeadlineState): boolean => state === 'running' || state === 'missed';

/** Of a clock that runs, the rungs of its earlier due moments; of one that does not, all. */
function withdrawalOf({ dossier, deadline }: SeenDeadline): Withdrawal {
  const { deadlineId, version } = deadline.terms;
  const key = { dossierId: dossier.id, deadlineId };
  if (isOpen(deadline)) return { ...key, butVersion: version, reason: 'deadline_moved' };
  return { ...key, reason: deadline.state === 'paused' ? 'deadline_paused' : 'deadline_closed' };
}

async function checkpoint(database: Database): Promise<Position> {
  const { rows } = await database.query<{ position: Position }>(`select position from ops.reminder_planner`);
  return rows[0]?.position ?? START;
}

/** Forward only: of two planners, the slower one must not make the next start read again what the faster has done. */
async function moveCheckpoint(connection: Connection, events: EventStore, to: Position): Promise<void> {
  await connection.query(`insert into ops.reminder_planner (position) values ($1) on conflict do nothing`, [START]);
  const { rows } = await connection.query<{ position: Position }>(
    `select position from ops.reminder_planner for update`,
  );
  if (events.comparePositions(rows[0]?.position ?? START, to) >= 0) return;
  await connection.query(`update ops.reminder_planner set position = $1`, [to]);
}
