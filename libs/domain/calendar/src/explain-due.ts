import { type Instant, instantAt, type LocalDate } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { countLimit, type LimitCount } from './count-limit.js';
import { type DayNature, natureOf } from './day-nature.js';
import type { CalendarGap } from './calendar-gaps.js';
import { type DayIndex, dayIndexOf, type DayNumber, weekdayOf } from './day-index.js';
import { momentAt } from './office-moment.js';
import type { Pause, TimeLimit } from './time-limit.js';
import type { AwaitedSpan, DoubtfulSwap, Weekday, WorkingCalendar } from './working-calendar.js';
import { worksOn } from './working-days.js';

/**
 * What became of a day, or of a half of one:
 * - `counted`: it is one of the limit's units, and has its number;
 * - `first`: the day or half of the start, which is not counted; `first_over`: counted, but its hours were over;
 * - `off`: not worked; `paused`: the clock stood still;
 * - `moved_to`: the last day was off, so the limit ends here (Civil Code Art 148(5)).
 */
export type StepOutcome = 'counted' | 'first' | 'first_over' | 'off' | 'paused' | 'moved_to';

/** One line of the arithmetic. */
export interface ExplainedStep {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  /** For limits in half-days, where the day was not looked at as a whole. */
  readonly part?: 'am' | 'pm';
  readonly outcome: StepOutcome;
  /** 1 for the first that is counted. */
  readonly number?: number;
  /** What the calendar says of the day, and where that stands. */
  readonly day: DayNature;
}

/** The whole arithmetic of a time limit. Moments are UTC, days those of the office (Asia/Ho_Chi_Minh). */
export interface DueExplanation {
  readonly calendar: Pick<WorkingCalendar, 'id' | 'version' | 'names'>;
  readonly startedAt: Instant;
  readonly limit: TimeLimit;
  /** Absent where the way leads through days that the calendar cannot answer for. */
  readonly dueAt?: Instant;
  /** The first year on the way that the calendar cannot answer for; then the steps end before its open days. */
  readonly missingYear?: number;
  /** The days of that year that are awaited, where not the whole year is. */
  readonly awaiting?: AwaitedSpan;
  /** So many units were counted: all of the limit, where it has an end. */
  readonly counted: number;
  /** From the day of the start to the day on which the limit ends. */
  readonly steps: readonly ExplainedStep[];
  /** What each pause cost, in the limit's unit; what two share is paid by the first. */
  readonly pauses: readonly (Pause & { readonly units: number })[];
  /** Swaps on the way that somebody reported and nobody confirmed: they were not applied. */
  readonly doubtful: readonly DoubtfulSwap[];
}

/**
 * Explains when a limit ends: the same count as `computeDue`, told day by day. Never refuses: where the calendar is incomplete it
 * says so and tells what could be counted. Throws a RangeError as `computeDue` does.
 */
export function explainDue(
  calendar: WorkingCalendar,
  startedAt: Instant,
  limit: TimeLimit,
  pauses: readonly Pause[] = [],
): DueExplanation {
  const count = countLimit(calendar, startedAt, limit, pauses);
  const { end } = count;
  const steps = [...stepsOf(calendar, limit, count)];
  const last = steps.at(-1)?.date ?? count.start.date;
  const { id, version, names } = calendar;
  return {
    calendar: { id, version, names },
    startedAt,
    limit,
    ...('gap' in end ? missing(end.gap) : { dueAt: instantAt(end.date, end.time) }),
    counted: steps.filter(({ outcome }) => outcome === 'counted').length,
    steps,
    pauses: pauses.map((pause) => ({ ...pause, units: costOf(count, pause) })),
    doubtful: calendar.days
      .flatMap(({ doubtful }) => doubtful)
      .filter((swap) => [swap.off, swap.worked].some((date) => count.start.date <= date && date <= last)),
  };
}

const missing = ({ year, awaiting }: CalendarGap): Pick<DueExplanation, 'missingYear' | 'awaiting'> => ({
  missingYear: year,
  ...(awaiting ? { awaiting } : {}),
});

function costOf({ paused }: LimitCount, asked: Pause): number {
  const found = paused.find(({ pause }) => pause === asked);
  return found ? found.through - found.after : 0;
}

function* stepsOf(calendar: WorkingCalendar, limit: TimeLimit, count: LimitCount): Generator<ExplainedStep> {
  const index = dayIndexOf(calendar);
  const startDay = index.numberOf.get(count.start.date);
  const lastDate = 'gap' in count.end ? dayBefore(count.end.gap.from) : count.end.date;
  const lastDay = index.numberOf.get(lastDate);
  if (startDay === undefined || lastDay === undefined) return;
  const units = unitsByDay(limit, count, lastDate);
  const noon = momentAt('', calendar.workingDay.halvesPartAt).time;
  for (let day = startDay; day <= lastDay; day++) {
    const date = index.dates[day] ?? '';
    const step = { date, weekday: weekdayOf(date), day: natureOf(calendar, date) };
    const here = units.get(day) ?? [];
    if (limit.unit === 'half_day' && worksOn(index, day)) {
      for (const part of ['am', 'pm'] as const) {
        const unit = here.find((each) => each.part === part);
        const outside =
          day === startDay ? part === 'am' && count.start.time >= noon : day === lastDay && isPast(here, part);
        if (unit) yield { ...step, part, ...outcomeOf(unit) };
        else if (!outside && !worksHalf(index, day, part)) yield { ...step, part, outcome: 'off' };
      }
      continue;
    }
    const [unit] = here;
    const beyond = unit === undefined || unit.outcome === 'beyond';
    if (!beyond) yield { ...step, ...outcomeOf(unit) };
    else if (worksOn(index, day)) yield { ...step, outcome: 'moved_to' };
    else yield { ...step, outcome: 'off' };
  }
}

const dayBefore = (day: LocalDate): LocalDate => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

const worksHalf = (index: DayIndex, day: DayNumber, part: 'am' | 'pm'): boolean =>
  index.halves.slice(index.halvesThrough[day - 1] ?? 0, index.halvesThrough[day]).some((half) => half.part === part);

/** A half after the last one that was counted on the day of the end. */
const isPast = (here: readonly Unit[], part: 'am' | 'pm'): boolean => part === 'pm' && here.at(-1)?.part === 'am';

interface Unit {
  readonly part?: 'am' | 'pm';
  /** `beyond`: the limit had run out before, and a pause began on the day to which its end was moved. */
  readonly outcome: StepOutcome | 'beyond';
  readonly number?: number;
}

const outcomeOf = ({ outcome, number }: Unit): Pick<ExplainedStep, 'outcome' | 'number'> => ({
  outcome: outcome === 'beyond' ? 'moved_to' : outcome,
  ...(number === undefined ? {} : { number }),
});

function unitsByDay(limit: TimeLimit, count: LimitCount, lastDate: LocalDate): ReadonlyMap<DayNumber, readonly Unit[]> {
  const { axis, start, first, paused, firstDayIsLost } = count;
  const last = Math.min(count.last, axis.through(momentAt(lastDate, '23:59')));
  const days = new Map<DayNumber, Unit[]>();
  const put = (unit: number, what: Omit<Unit, 'part'>) => {
    const { day, part } = axis.placeOf(unit) ?? {};
    if (day === undefined) return;
    days.set(day, [...(days.get(day) ?? []), { ...what, ...(part ? { part } : {}) }]);
  };
  // Where the receipt's own unit is the first that counts, what lies before it is not of this limit.
  if (axis.received(start).through === first) put(first, { outcome: 'first' });
  let counted = 0;
  for (let unit = first + 1; unit <= last; unit++) {
    if (paused.some(({ after, through }) => after < unit && unit <= through)) put(unit, { outcome: 'paused' });
    else if (unit === first + 1 && firstDayIsLost) put(unit, { outcome: 'first_over' });
    else if (counted < limit.value) put(unit, { outcome: 'counted', number: ++counted });
    else put(unit, { outcome: 'beyond' });
  }
  return days;
}
