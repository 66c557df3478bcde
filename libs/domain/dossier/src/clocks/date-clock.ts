import type { WorkingCalendar } from '#libs/domain/calendar';
import { type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';
import type { ClockRule } from '#libs/domain/procedure';
import { Temporal } from 'temporal-polyfill';
import type { DossierFactOf } from '../dossier.events.js';
import { endOfDay } from './terms.js';

/**
 * A clock whose end is a date, whatever days lie between: so many years after the fact on which it starts, or a day of the
 * year (30/06 for flags, by ND 98 Art 33). It ends with the working hours of that day. Nothing for any other clock, and
 * nothing where the figure is unknown and none is proposed.
 */
export function dateClock(
  deadlineId: string,
  clock: string,
  { limit, designDefault, responsible }: ClockRule,
  startedAt: Instant,
  calendar: WorkingCalendar,
): DossierFactOf<'DeadlineSet'> | undefined {
  const day = dayOf(limit, localDateOf(startedAt), designDefault);
  if (day === undefined) return undefined;
  const proposed = 'value' in limit && limit.value === 'unknown';
  return {
    type: 'DeadlineSet',
    data: {
      deadlineId,
      clock,
      responsible,
      startedAt,
      dueAt: endOfDay(day, calendar),
      calendar: { id: calendar.id, version: calendar.version },
      version: 1,
      pauses: [],
      source: limit.source,
      confidence: proposed ? 'design' : limit.confidence,
    },
  };
}

function dayOf(
  limit: ClockRule['limit'],
  started: LocalDate,
  designDefault: number | undefined,
): LocalDate | undefined {
  const from = Temporal.PlainDate.from(started);
  if ('day' in limit) {
    const year = from.year + (limit.year === 'following' ? 1 : 0);
    // 29/02 is the last day of February in other years.
    const [month = 1, day = 1] = limit.day.split('-').map(Number);
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString();
  }
  if (limit.unit !== 'year') return undefined;
  const years = limit.value === 'unknown' ? designDefault : limit.value;
  return years === undefined ? undefined : from.add({ years }).toString();
}
