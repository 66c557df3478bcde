import type { LocalDate } from '#libs/domain/kernel';
import { yearOf } from '../calendar-gaps.js';
import type { AwaitedSpan, WorkingCalendar } from '../working-calendar.js';
import { awaitingOf, type CalendarState, type Notice } from './calendar.state.js';

/** A calendar as JSON: what is in force, year by year. */
export interface CalendarView extends Pick<
  CalendarState,
  'id' | 'revision' | 'names' | 'weekend' | 'week' | 'workingDay'
> {
  /** By which deadlines name what they were counted with. */
  readonly version: string;
  readonly years: readonly {
    readonly year: number;
    readonly complete: boolean;
    /** The only days of it that are open. Absent where the year is complete, or open as a whole. */
    readonly awaiting?: readonly AwaitedSpan[];
    readonly notices: readonly Omit<Notice, 'year'>[];
  }[];
}

/** The calendar of its facts, made ready for a reader: years in order, notices in the order in which they were entered. */
export function viewCalendar(state: CalendarState): CalendarView {
  const { id, revision, version, names, weekend, week, workingDay, notices, completeYears } = state;
  const all = [...notices.values()];
  const years = [...new Set([...all.map(({ year }) => year), ...completeYears])].sort((one, other) => one - other);
  return {
    id,
    revision,
    version: String(version),
    names,
    weekend,
    week,
    workingDay,
    years: years.map((year) => {
      const complete = completeYears.has(year);
      const notices = all.filter((notice) => notice.year === year);
      const shown = notices.map(({ year: _year, ...notice }) => notice);
      return { year, complete, ...awaitingOf(complete, notices), notices: shown };
    }),
  };
}

/**
 * Years that should be complete by a day and are not: this one, and from `warnFrom` (`10-01`, a month and a day) on the next
 * one too. Limits that begin soon will run into them.
 */
export function missingYears(
  calendar: Pick<WorkingCalendar, 'days'>,
  today: LocalDate,
  warnFrom: string,
): readonly number[] {
  const year = yearOf(today);
  const wanted = today.slice(5) >= warnFrom ? [year, year + 1] : [year];
  return wanted.filter((each) => !calendar.days.some((found) => found.year === each && found.complete));
}
