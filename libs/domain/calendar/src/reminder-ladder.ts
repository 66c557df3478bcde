import { type Instant, instantAt, type LocalDate, localDateOf } from '#libs/domain/kernel';
import { z } from 'zod';
import { firstGap } from './calendar-gaps.js';
import { type DayIndex, dayIndexOf } from './day-index.js';
import type { TimeLimit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';
import { countThrough, nearestDay, nthWorkingDay, worksOn } from './working-days.js';

/** Whom a rung reaches, by the part they play for the deadline; the office's chart says who that is. */
export type RungRecipient = 'assignee' | 'head_of_section' | 'deputy_head' | 'secretary' | 'authority';

export type RungChannel = 'in_app' | 'email' | 'digest';

/** One step of a reminder ladder (*thang nhắc việc*), data of a procedure (R52). */
export interface LadderRung {
  /** Its name, one of a kind within the ladder: `T-5`, `T-0 again`, `+1`. */
  readonly rung: string;
  /** Working days from the due day; negative before it. */
  readonly offset: number;
  /** The hour in Asia/Ho_Chi_Minh, `08:00`. */
  readonly time: string;
  /** The rung exists only where the whole limit is at least so many working days. */
  readonly minimumTerm?: number;
  /** After this rung, one more every so many working days, named `+10`, `+15`… */
  readonly everyAfter?: number;
  readonly to: readonly RungRecipient[];
  readonly channel: readonly RungChannel[];
}

/** A rung with its moment. */
export interface PlannedRung {
  readonly rung: string;
  readonly at: Instant;
  readonly to: readonly RungRecipient[];
  readonly channel: readonly RungChannel[];
}

const ladderRung = z.strictObject({
  rung: z.string().trim().min(1),
  offset: z.int(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not an hour like 08:00'),
  minimumTerm: z.int().positive().exactOptional(),
  everyAfter: z.int().positive().exactOptional(),
  to: z.array(z.enum(['assignee', 'head_of_section', 'deputy_head', 'secretary', 'authority'])).min(1),
  channel: z.array(z.enum(['in_app', 'email', 'digest'])).min(1),
});

const distinct = (texts: readonly string[]) => new Set(texts).size === texts.length;

/**
 * Reads a ladder from the data of a procedure. Names are one of a kind, for they are the key under which a rung is rung
 * once; so are moments, for only the latest is rung after a downtime, and of two equals one would be lost.
 */
export const ladderSchema: z.ZodType<readonly LadderRung[]> = z
  .array(ladderRung)
  .refine((rungs) => distinct(rungs.map(({ rung }) => rung)), 'a rung stands twice')
  .refine((rungs) => distinct(rungs.map(({ offset, time }) => `${offset} ${time}`)), 'two rungs at the same moment')
  .refine(
    (rungs) =>
      rungs.every((rung) => !rung.everyAfter || (rung.offset > 0 && rungs.every((r) => r.offset <= rung.offset))),
    'only the last rung, after the due day, may repeat',
  );

/**
 * The moments of a ladder for one deadline, in order of time (R52). Rungs before the start do not exist. A due day that is
 * off (a date set by hand, a holiday declared later) is taken for the working day before it, so that no reminder of a
 * coming deadline waits until it has passed. A rung to which the way leads through days that are awaited is left out: plan
 * again when their notice is in.
 *
 * A rung with `everyAfter` repeats for ever, so its repetitions are listed only up to `until`; without it, none is.
 */
export function planLadder(
  calendar: WorkingCalendar,
  ladder: readonly LadderRung[],
  deadline: { readonly startedAt: Instant; readonly dueAt: Instant; readonly limit: TimeLimit },
  until?: Instant,
): PlannedRung[] {
  const index = dayIndexOf(calendar);
  const dueDay = localDateOf(deadline.dueAt);
  const term = termInWorkingDays(index, deadline);
  return ladder
    .filter(({ minimumTerm = 0 }) => term >= minimumTerm)
    .flatMap((rung) => [...momentsOf(index, dueDay, rung, until)])
    .filter(({ at }) => at >= deadline.startedAt)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/**
 * What to do about the rungs whose time has come: the latest is rung, earlier ones never rung are recorded as skipped, so
 * that an office back from a power cut gets one reminder and not five (R52). `settled` names the rungs already rung or
 * skipped; with them recorded, a second call rings nothing.
 */
export function rungsToRing(
  planned: readonly PlannedRung[],
  settled: Iterable<string>,
  now: Instant,
): { readonly ring?: PlannedRung; readonly skip: readonly PlannedRung[] } {
  const done = new Set(settled);
  const come = planned.filter(({ at }) => at <= now).sort((one, other) => (one.at < other.at ? -1 : 1));
  const latest = come.at(-1);
  const skip = come.filter((rung) => rung !== latest && !done.has(rung.rung));
  return latest && !done.has(latest.rung) ? { ring: latest, skip } : { skip };
}

function* momentsOf(
  index: DayIndex,
  dueDay: LocalDate,
  rung: LadderRung,
  until: Instant | undefined,
): Generator<PlannedRung> {
  const { to, channel, everyAfter } = rung;
  for (let offset = rung.offset; ; offset += everyAfter ?? 0) {
    const day = rungDay(index, dueDay, offset);
    const at = day && instantAt(day, rung.time);
    const repeated = offset !== rung.offset;
    if (!at || (repeated && at > (until ?? ''))) return;
    yield { rung: repeated ? `+${offset}` : rung.rung, at, to, channel };
    if (!everyAfter || !until) return;
  }
}

function rungDay(index: DayIndex, dueDay: LocalDate, offset: number): LocalDate | undefined {
  const due = nearestDay(index, dueDay);
  const base = worksOn(index, due) ? due : index.workingDays[countThrough(index, due) - 1];
  if (base === undefined) return undefined;
  const day = offset === 0 ? index.dates[base] : nthWorkingDay(index, base, offset);
  if (day === undefined) return undefined;
  const [from, to] = day < dueDay ? [day, dueDay] : [dueDay, day];
  return firstGap(index.known, from, to) ? undefined : day;
}

/** The length of the whole limit without its pauses, so that a long pause does not make a short limit look long. */
function termInWorkingDays(index: DayIndex, { startedAt, limit }: { startedAt: Instant; limit: TimeLimit }): number {
  if (limit.unit === 'working_day') return limit.value;
  if (limit.unit === 'half_day') return Math.floor(limit.value / 2);
  const before = nearestDay(index, localDateOf(startedAt)) - (limit.firstDayCounted ? 1 : 0);
  const last = Math.min(before + limit.value, index.dates.length - 1);
  return countThrough(index, last) - countThrough(index, before);
}
