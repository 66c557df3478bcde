import type { Instant } from '#libs/domain/kernel';
import { type CalendarGap, firstGap } from './calendar-gaps.js';
import { type DayIndex, dayIndexOf } from './day-index.js';
import { type LimitAxis, limitAxis } from './limit-axis.js';
import { compareMoments, momentOf, type OfficeMoment } from './office-moment.js';
import type { Pause, TimeLimit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How a limit was counted: units of its axis after `first`, up to and including `last`. */
export interface LimitCount {
  readonly start: OfficeMoment;
  readonly index: DayIndex;
  readonly axis: LimitAxis;
  readonly first: number;
  readonly last: number;
  /** Nothing was left of the day that would have been the first: it came after its working hours. */
  readonly firstDayIsLost: boolean;
  /** What each pause that began before the end took away: the units `(after, through]`, none twice. In the order of their beginning. */
  readonly paused: readonly { readonly pause: Pause; readonly after: number; readonly through: number }[];
  /** When the limit ends, or the first days on its way that the calendar cannot answer for. */
  readonly end: OfficeMoment | { readonly gap: CalendarGap };
}

/**
 * Counts a limit; what the count means is said at `computeDue`, which answers its end alone. `explainDue` tells the same count day
 * by day, so that what is explained is what was computed.
 */
export function countLimit(
  calendar: WorkingCalendar,
  startedAt: Instant,
  limit: TimeLimit,
  pauses: readonly Pause[],
): LimitCount {
  if (!Number.isInteger(limit.value) || limit.value < 1) {
    throw new RangeError(`A limit is a positive whole number of units: ${limit.value}.`);
  }
  const index = dayIndexOf(calendar);
  const start = momentOf(startedAt);
  const gapBefore = (to: OfficeMoment | undefined) => firstGap(index.known, start.date, to?.date);

  const axis = limitAxis(limit.unit, calendar, index);
  const received = axis.received(start);
  const first = limit.firstDayCounted && received.counts ? received.through - 1 : received.through;
  let last = first + limit.value;
  let end = axis.endOf(last);
  // Only a first day counted after its working hours can do this: nothing was left of it.
  let firstDayIsLost = end !== undefined && compareMoments(end, start) < 0;
  if (firstDayIsLost) end = axis.endOf(++last);

  const paused: { pause: Pause; after: number; through: number }[] = [];
  let pausedThrough = first;
  let gap = gapBefore(start);
  for (const { pause, ...span } of inOrder(pauses)) {
    if (gap !== undefined || !end || compareMoments(span.from, end) > 0) break;
    const from = axis.through(span.from);
    const to = axis.through(span.to);
    const after = Math.max(from, pausedThrough);
    let cost = Math.max(0, to - after);
    paused.push({ pause, after, through: after + cost });
    // A pause that runs on into a first day that is lost already does not take it a second time.
    if (firstDayIsLost && after <= first && cost > 0) {
      cost -= 1;
      firstDayIsLost = false;
    }
    // A pause may begin on the day to which a last day off was moved: nothing was left then, so the limit ends where it resumes.
    last = Math.max(last, from) + cost;
    pausedThrough = Math.max(pausedThrough, to);
    end = axis.endOf(last);
    gap = gapBefore(span.to);
  }
  gap ??= gapBefore(end);
  const counted = { start, index, axis, first, last, firstDayIsLost, paused };
  if (gap) return { ...counted, end: { gap } };
  if (!end) throw new Error('A limit without an end leads through days that the calendar does not know.');
  return { ...counted, end };
}

function inOrder(pauses: readonly Pause[]): { pause: Pause; from: OfficeMoment; to: OfficeMoment }[] {
  return pauses
    .map((pause) => ({ pause, from: momentOf(pause.from), to: momentOf(pause.to) }))
    .sort((one, other) => compareMoments(one.from, other.from));
}
