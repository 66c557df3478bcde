import { type PlannedRung, rungsToRing } from '#libs/domain/calendar';
import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import type { Clock, Instant } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Connection, Database } from '#libs/platform/postgres';
import type { DeadlineKey, RungKey } from './deadline-key.js';
import type { DeadlineProblem } from './deadline-problem.js';
import { loadDossier } from './dossier-truth.js';
import { planRungs, type ReminderRules, type Silence, stillWaiting } from './reminder-rules.js';
import { lockDeadline, markRung, markSkipped, rungsOf, type RungRow, writePlans } from './rung-table.js';

/** A rung that is rung now, with all that the message about it may need. */
export interface Ringing {
  readonly key: RungKey;
  readonly rung: PlannedRung;
  readonly dossier: DossierState;
  readonly deadline: DeadlineState;
  /** The office's clock. */
  readonly now: Instant;
}

/**
 * Whoever carries a ringing to people. `prepare` may ask other systems; what it returns writes on the given connection, in
 * the transaction that settles the rung: either both happen or neither.
 */
export interface RingingSink {
  prepare(ringing: Ringing): Promise<(connection: Connection) => Promise<Reached>>;
}

/** Whom a ringing reached. */
export interface Reached {
  readonly people: number;
  /** Letters that now wait to be sent. */
  readonly deliveryIds: readonly string[];
}

export interface RingDeadlineOptions {
  readonly database: Database;
  readonly events: Pick<EventStore, 'readStream'>;
  readonly rules: ReminderRules;
  readonly clock: Clock;
  readonly sink: RingingSink;
  /** Rungs before this moment are recorded as skipped and never rung: what an operator says after a restore. */
  readonly ringFrom?: Instant;
  readonly onProblem: (problem: DeadlineProblem) => void;
}

export interface RingOutcome {
  /** The rung that was rung now. */
  readonly rung?: string;
  /** Those recorded as skipped now. */
  readonly skipped: readonly string[];
  readonly reached?: Reached;
  readonly silence?: Silence;
}

/**
 * Rings a deadline's bell: decides from the log what holds at this moment, and settles every rung whose time has come.
 *
 * - Nobody is reminded of what no longer waits; its rungs are skipped with the reason.
 * - Of several rungs that have come, the latest is rung and the others are skipped, so that an office back from a power cut
 *   gets one reminder (R52).
 * - A rung that was settled is never rung again: the bell may be rung as often as anybody likes, by anybody, at any time,
 *   which is what makes queue, sweep and restarts safe.
 *
 * The rule after a loss of data is the same one: what rings is the latest missed rung of a deadline that is open now.
 */
export async function ringDeadline(options: RingDeadlineOptions, key: DeadlineKey): Promise<RingOutcome> {
  const { database, events, rules, clock, sink, onProblem } = options;
  const waiting = stillWaiting(rules, await loadDossier(events, key.dossierId), key);
  const now = clock.now();
  if (!waiting.ok) return silence(database, key, waiting.silence, now);

  const { dossier, deadline } = waiting;
  const plan = planRungs(rules, dossier, deadline, now);
  if (!plan.ok) {
    onProblem({ during: 'ring', deadline: key, missing: plan.missing });
    return { skipped: [] };
  }
  // Asked before the transaction, so that no lock is held while others answer; decided again under the lock.
  const { ring: expected } = rungsToRing(plan.rungs, settledOf(await rungsOf(database, key)), now);
  const due = expected && { key: { ...key, rung: expected.rung }, rung: expected, dossier, deadline, now };
  const write = due && !isHeldBack(options, expected) ? await sink.prepare(due) : undefined;

  return database.transaction(async (connection) => {
    if (!(await lockDeadline(connection, key))) return { skipped: [] };
    const { ring, skip } = rungsToRing(plan.rungs, settledOf(await rungsOf(connection, key)), now);
    await writePlans(connection, [{ deadline: key, rungs: plan.rungs }]);
    const skipped = skip.map(({ rung }) => rung);
    await markSkipped(connection, key, skipped, 'later_rung', now);
    if (!ring || ring.rung !== expected?.rung) return { skipped };
    if (!write) {
      await markSkipped(connection, key, [ring.rung], 'held_back', now);
      return { skipped: [...skipped, ring.rung] };
    }
    await markRung(connection, { ...key, rung: ring.rung }, now);
    const reached = await write(connection);
    if (reached.people === 0) onProblem({ during: 'ring', deadline: key, missing: 'recipient' });
    return { rung: ring.rung, skipped, reached };
  });
}

const isHeldBack = ({ ringFrom }: RingDeadlineOptions, { at }: PlannedRung): boolean =>
  ringFrom !== undefined && at < ringFrom;

const settledOf = (rows: readonly RungRow[]): string[] =>
  rows.filter(({ state }) => state === 'rung' || state === 'skipped').map(({ rung }) => rung);

async function silence(database: Database, key: DeadlineKey, reason: Silence, now: Instant): Promise<RingOutcome> {
  return database.transaction(async (connection) => {
    await lockDeadline(connection, key);
    const come = (await rungsOf(connection, key)).filter(({ state, ringAt }) => state === 'planned' && ringAt <= now);
    const skipped = come.map(({ rung }) => rung);
    await markSkipped(connection, key, skipped, reason, now);
    return { skipped, silence: reason };
  });
}
