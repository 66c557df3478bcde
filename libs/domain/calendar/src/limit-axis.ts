import type { DayIndex, DayNumber } from './day-index.js';
import { momentAt, type OfficeMoment } from './office-moment.js';
import type { LimitUnit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';
import { countThrough, nearestDay, worksOn } from './working-days.js';

/** Where a unit lies. */
export interface UnitPlace {
  readonly day: DayNumber;
  readonly part?: 'am' | 'pm';
}

/**
 * The units of a limit laid out in a row and numbered 1, 2, 3… from the first day on file, so that every limit, whatever
 * its unit, is the same sum: where it starts, plus its value, plus what was paused.
 */
export interface LimitAxis {
  /** The number of the last unit that has begun at a moment. */
  through(moment: OfficeMoment): number;
  /** Where a receipt stands: `counts` says whether it lies within a unit, which a limit may count as its first. */
  received(moment: OfficeMoment): { readonly through: number; readonly counts: boolean };
  /** The day of a unit, and its half where units are halves; `undefined` past the days on file. */
  placeOf(unit: number): UnitPlace | undefined;
  /** When a unit ends, for a limit that ends with it; `undefined` past the days on file. */
  endOf(unit: number): OfficeMoment | undefined;
}

function workingDayAxis({ workingDay }: WorkingCalendar, index: DayIndex): LimitAxis {
  const through = ({ date }: OfficeMoment) => countThrough(index, nearestDay(index, date));
  return {
    through,
    received: (moment) => ({ through: through(moment), counts: worksOn(index, nearestDay(index, moment.date)) }),
    placeOf: (unit) => placeOn(index.workingDays[unit - 1]),
    endOf: (unit) => endOfDay(index, index.workingDays[unit - 1], workingDay.ends),
  };
}

function calendarDayAxis({ workingDay }: WorkingCalendar, index: DayIndex): LimitAxis {
  const through = ({ date }: OfficeMoment) => nearestDay(index, date) + 1;
  return {
    through,
    received: (moment) => ({ through: through(moment), counts: true }),
    placeOf: (unit) => placeOn(unit > index.dates.length ? undefined : unit - 1),
    endOf: (unit) => {
      const workingDaysBefore = countThrough(index, unit - 2);
      const onOrAfter = unit > index.dates.length ? undefined : index.workingDays[workingDaysBefore];
      return endOfDay(index, onOrAfter, workingDay.ends);
    },
  };
}

function halfDayAxis({ workingDay }: WorkingCalendar, index: DayIndex): LimitAxis {
  const { ends, halvesPartAt } = workingDay;
  const through = (moment: OfficeMoment) => {
    const day = nearestDay(index, moment.date);
    const throughDay = index.halvesThrough[day] ?? 0;
    const last = index.halves[throughDay - 1];
    const afternoonIsAhead = moment.time < momentAt(moment.date, halvesPartAt).time;
    return last?.day === day && last.part === 'pm' && afternoonIsAhead ? throughDay - 1 : throughDay;
  };
  return {
    through,
    received: (moment) => {
      const begun = through(moment);
      const half = index.halves[begun - 1];
      const part = moment.time < momentAt(moment.date, halvesPartAt).time ? 'am' : 'pm';
      const within =
        half?.day === nearestDay(index, moment.date) &&
        half.part === part &&
        moment.time <= momentAt(moment.date, ends).time;
      return { through: within ? begun : begun + 1, counts: true };
    },
    placeOf: (unit) => index.halves[unit - 1],
    endOf: (unit) => {
      const half = index.halves[unit - 1];
      return endOfDay(index, half?.day, half?.part === 'am' ? halvesPartAt : ends);
    },
  };
}

const placeOn = (day: DayNumber | undefined): UnitPlace | undefined => (day === undefined ? undefined : { day });

function endOfDay(index: DayIndex, day: DayNumber | undefined, hour: string): OfficeMoment | undefined {
  const date = day === undefined ? undefined : index.dates[day];
  return date === undefined ? undefined : momentAt(date, hour);
}

const axes: Readonly<Record<LimitUnit, (calendar: WorkingCalendar, index: DayIndex) => LimitAxis>> = {
  working_day: workingDayAxis,
  calendar_day: calendarDayAxis,
  half_day: halfDayAxis,
};

export const limitAxis = (unit: LimitUnit, calendar: WorkingCalendar, index: DayIndex): LimitAxis =>
  axes[unit](calendar, index);
