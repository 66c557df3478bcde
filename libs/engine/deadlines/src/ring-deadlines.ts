import { type PlannedRung, rungsToRing } from '#libs/domain/calendar';
import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import type { Clock, Instant } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Connection, Database } from '#libs/platform/postgres';
import { type DeadlineKey, type RungKey, textOf } from './deadline-key.js';
import type { DeadlineProblem } from './deadline-problem.js';
import { loadDossiers } from './dossier-truth.js';
import { planRungs, type ReminderRules, type Silence, stillWaiting } from './reminder-rules.js';
import { lockDeadlines, type RungRow, rungsOf, settle, type Settlement, writePlans } from './rung-table.js';

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
 * Whoever carries ringings to people. `prepare` may ask other systems; what it returns writes, on the given connection and in
 * the transaction that settles the rungs, those of them that are rung after all: either both happen or neither. It answers
 * how many people each of them reached.
 */
export interface RingingSink {
  prepare(ringings: readonly Ringing[]): Promise<Telling>;
}

export type Telling = (connection: Connection, ringings: readonly Ringing[]) => Promise<readonly number[]>;

export interface RingOptions {
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
  /** How many people heard it. */
  readonly people?: number;
  readonly silence?: Silence;
}

/** A deadline as it was looked at: somebody waits, and these are its rungs; or nobody does. */
type Look =
  | { readonly key: DeadlineKey; readonly silence: Silence }
  | {
      readonly key: DeadlineKey;
      readonly dossier: DossierState;
      readonly deadline: DeadlineState;
      readonly rungs: readonly PlannedRung[];
    };

/**
 * Rings the bells of deadlines: decides from the log what holds at this moment, and settles every rung whose time has come.
 *
 * - Nobody is reminded of what no longer waits; its rungs are skipped with the reason.
 * - Of several rungs that have come, the latest is rung and the others are skipped, so that an office back from a power cut
 *   gets one reminder (R52).
 * - A rung that was settled is never rung again: bells may be rung as often as anybody likes, by anybody, at any time, which
 *   is what makes queue, sweep and restarts safe.
 *
 * The rule after a loss of data is the same one: what rings is the latest missed rung of a deadline that is open now. Answers
 * an outcome per key, in their order.
 */
export async function ringDeadlines(
  options: RingOptions,
  keys: readonly DeadlineKey[],
): Promise<readonly RingOutcome[]> {
  const { database, sink, onProblem, clock } = options;
  const now = clock.now();
  const looks = await look(options, keys, now);
  // Asked before the transaction, so that no lock is held while others answer; decided again under the locks.
  const expected = decide(options, looks, await rungsOf(database, keys), now);
  const telling = expected.ringings.length > 0 ? await sink.prepare(expected.ringings) : undefined;

  return database.transaction(async (connection) => {
    const locked = await lockDeadlines(connection, keys);
    const known = looks.filter(({ key }) => locked.has(`${key.dossierId}/${key.deadlineId}`));
    const decided = decide(options, known, await rungsOf(connection, keys), now);
    const prepared = new Set(expected.ringings.map(({ key }) => `${textOf(key)} ${key.rung}`));
    const ringings = decided.ringings.filter(({ key }) => prepared.has(`${textOf(key)} ${key.rung}`));
    await writePlans(
      connection,
      known.flatMap((each) => ('rungs' in each ? [{ deadline: each.key, rungs: each.rungs }] : [])),
    );
    const rung = ringings.map(({ key }): Settlement => ({ ...key, state: 'rung', reason: null }));
    await settle(connection, [...decided.skipped, ...rung], now);
    const people = telling && ringings.length > 0 ? await telling(connection, ringings) : [];
    ringings.forEach(({ key }, index) => {
      if (people[index] === 0) onProblem({ during: 'ring', deadline: key, missing: 'recipient' });
    });
    return outcomes(keys, looks, decided.skipped, ringings, people);
  });
}

async function look(options: RingOptions, keys: readonly DeadlineKey[], now: Instant): Promise<readonly Look[]> {
  const { rules, events, onProblem } = options;
  const dossiers = await loadDossiers(
    events,
    keys.map(({ dossierId }) => dossierId),
  );
  return keys.flatMap((key): Look[] => {
    const waiting = stillWaiting(rules, dossiers.get(key.dossierId), key);
    if (!waiting.ok) return [{ key, silence: waiting.silence }];
    const plan = planRungs(rules, waiting.dossier, waiting.deadline, now);
    if (plan.ok) return [{ key, dossier: waiting.dossier, deadline: waiting.deadline, rungs: plan.rungs }];
    onProblem({ during: 'ring', deadline: key, missing: plan.missing });
    return [];
  });
}

/** What is to be rung and what skipped, given the rows as they are. */
function decide(
  { ringFrom }: RingOptions,
  looks: readonly Look[],
  rows: ReadonlyMap<string, readonly RungRow[]>,
  now: Instant,
): { readonly ringings: readonly Ringing[]; readonly skipped: readonly Settlement[] } {
  const ringings: Ringing[] = [];
  const skipped: Settlement[] = [];
  for (const each of looks) {
    const { key } = each;
    const settled = rows.get(textOf(key)) ?? [];
    const skip = (rung: string, reason: string) => skipped.push({ ...key, rung, state: 'skipped', reason });
    if ('silence' in each) {
      for (const row of settled) if (row.state === 'planned' && row.ringAt <= now) skip(row.rung, each.silence);
      continue;
    }
    const { ring, skip: earlier } = rungsToRing(
      each.rungs,
      settled.filter(isSettled).map(({ rung }) => rung),
      now,
    );
    for (const { rung } of earlier) skip(rung, 'later_rung');
    if (ring && ringFrom !== undefined && ring.at < ringFrom) skip(ring.rung, 'held_back');
    else if (ring) ringings.push({ ...each, key: { ...key, rung: ring.rung }, rung: ring, now });
  }
  return { ringings, skipped };
}

const isSettled = ({ state }: RungRow): boolean => state === 'rung' || state === 'skipped';

function outcomes(
  keys: readonly DeadlineKey[],
  looks: readonly Look[],
  skipped: readonly Settlement[],
  ringings: readonly Ringing[],
  people: readonly number[],
): RingOutcome[] {
  const silences = new Map(
    looks.flatMap((each) => ('silence' in each ? [[textOf(each.key), each.silence] as const] : [])),
  );
  const rung = new Map(ringings.map(({ key }, index) => [textOf(key), { rung: key.rung, people: people[index] ?? 0 }]));
  const skips = new Map<string, string[]>(keys.map((key) => [textOf(key), []]));
  for (const settlement of skipped) skips.get(textOf(settlement))?.push(settlement.rung);
  return keys.map((key) => {
    const silence = silences.get(textOf(key));
    return {
      skipped: skips.get(textOf(key)) ?? [],
      ...(silence ? { silence } : {}),
      ...rung.get(textOf(key)),
    };
  });
}
