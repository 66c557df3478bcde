import { computeDue, type WorkingCalendar } from '#libs/domain/calendar';
import { type Decision, type Instant, instantAt, type LocalDate, localDateOf, type Refusal } from '#libs/domain/kernel';
import type { ClockRule } from '#libs/domain/procedure';
import { Temporal } from 'temporal-polyfill';
import type { DossierFact } from '../dossier.events.js';
import type { AwaitedClock, DeadlineState } from '../dossier.state.js';

type Terms = DeadlineState['terms'];
type Limit = AwaitedClock['limit'];

/** A clock about to start: all but the moment at which it ends. */
export type NewClock = Omit<AwaitedClock, 'missingYear' | 'awaiting' | 'version'>;

/**
 * The terms of a procedure's clock, or nothing where the law's figure is unknown and nothing is proposed. A proposal is marked
 * as one, whatever the procedure's own confidence.
 */
export function newClock(
  deadlineId: string,
  clock: string,
  { limit, designDefault, responsible }: ClockRule,
  startedAt: Instant,
  calendar: WorkingCalendar,
  opinionId?: string,
): NewClock | undefined {
  if ('day' in limit || limit.unit === 'year') return undefined;
  const proposed = limit.value === 'unknown';
  const value = limit.value === 'unknown' ? designDefault : limit.value;
  if (value === undefined) return undefined;
  return {
    deadlineId,
    clock,
    ...(opinionId === undefined ? {} : { opinionId }),
    responsible,
    startedAt,
    limit: { value, unit: limit.unit, firstDayCounted: limit.firstDayCounted },
    calendar: { id: calendar.id, version: calendar.version },
    pauses: [],
    source: limit.source,
    confidence: proposed ? 'design' : limit.confidence,
  };
}

/** `DeadlineSet`, or `DeadlineAwaited` while a year on the way, or days of it, are not in the calendar. */
export function setOrAwaited(clock: NewClock, lastVersion: number, calendar: WorkingCalendar): DossierFact {
  const due = dueOf(clock.startedAt, clock.limit, clock.pauses, calendar);
  const terms = { ...clock, calendar: { id: calendar.id, version: calendar.version } };
  return due.ok
    ? { type: 'DeadlineSet', data: { ...terms, dueAt: due.value.dueAt, version: lastVersion + 1 } }
    : { type: 'DeadlineAwaited', data: { ...terms, version: lastVersion, ...missingIn(calendar, due.error) } };
}

/** Set now that it can be counted, or nothing while it still cannot or stands still. */
export function settled(
  { missingYear: _was, awaiting: _days, version, ...clock }: AwaitedClock,
  calendar: WorkingCalendar,
) {
  if (clock.pauses.some(({ to }) => to === undefined)) return undefined;
  const fact = setOrAwaited(clock, version, calendar);
  return fact.type === 'DeadlineSet' ? fact : undefined;
}

/** When a clock ends whose last pause ends now. A day that an officer set moves by the calendar days it stood still. */
export function dueAfterPause(
  terms: Terms,
  resumedAt: Instant,
  calendar: WorkingCalendar,
): Decision<{ dueAt: Instant }> {
  const pauses = terms.pauses.map(({ from, to }) => ({ from, to: to ?? resumedAt }));
  if (terms.limit) return dueOf(terms.startedAt, terms.limit, pauses, calendar);
  const pausedOn = localDateOf(terms.pauses.at(-1)?.from ?? resumedAt);
  const days = Temporal.PlainDate.from(pausedOn).until(localDateOf(resumedAt), { largestUnit: 'days' });
  const day = Temporal.PlainDate.from(localDateOf(terms.dueAt)).add(days).toString();
  return { ok: true, value: { dueAt: endOfDay(day, calendar) } };
}

/** A limit counted with its ended pauses. Refuses `CALENDAR_INCOMPLETE`, `CALENDAR_DAYS_AWAITED`. */
export function dueOf(
  startedAt: Instant,
  limit: Limit,
  pauses: Terms['pauses'],
  calendar: WorkingCalendar,
): Decision<{ dueAt: Instant }> {
  const ended = pauses.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
  return computeDue(calendar, startedAt, limit, ended);
}

export const endOfDay = (day: LocalDate, { workingDay }: WorkingCalendar): Instant => instantAt(day, workingDay.ends);

/** What a clock that could not be counted waits for. */
export function missingIn(
  { days }: WorkingCalendar,
  { params = {} }: Refusal,
): Pick<AwaitedClock, 'missingYear' | 'awaiting'> {
  const missingYear = Number(params['year']);
  const span = days.find(({ year }) => year === missingYear)?.awaiting?.find(({ from }) => from === params['from']);
  if (!span) return { missingYear };
  const { from, to, names } = span;
  return { missingYear, awaiting: { from, to, names } };
}
