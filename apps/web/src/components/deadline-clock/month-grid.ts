import type { ExplainedStep } from '#libs/domain/calendar';
import { daysAfter, weekdayOf } from '../../format/days.js';

/** What a day of the grid is: counted or still to come, the start, a pause, a day off by the calendar or by the week, outside. */
export type DayKind = 'counted' | 'left' | 'start' | 'pause' | 'holiday' | 'weekend' | 'moved' | 'outside';

export interface GridDay {
  readonly day: string;
  readonly kind: DayKind;
  /** Its ordinal, or both of a day of two halves: `3`, `5·6`. */
  readonly number?: string;
  readonly today: boolean;
  readonly due: boolean;
  /** Worked in exchange for another day. */
  readonly workedInExchange: boolean;
  readonly why?: ExplainedStep['day'];
}

/** A week of the grid, or so many weeks left out in which nothing but counted days lie. */
export type GridWeek = { readonly days: readonly GridDay[] } | { readonly leftOut: number };

/** From so many weeks on, quiet ones in the middle are left out. */
const WEEKS_SHOWN = 8;

/** The steps of an explanation as a month grid, whole weeks from Monday. `today` is the office's day. */
export function monthGrid(
  steps: readonly ExplainedStep[],
  today: string,
  due: string | undefined,
): readonly GridWeek[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  const byDay = new Map<string, ExplainedStep[]>();
  for (const step of steps) byDay.set(step.date, [...(byDay.get(step.date) ?? []), step]);
  const from = daysAfter(first.date, -weekdayOf(first.date));
  const to = daysAfter(last.date, 6 - weekdayOf(last.date));
  const weeks: GridDay[][] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    if (weekdayOf(day) === 0) weeks.push([]);
    weeks.at(-1)?.push(gridDay(day, byDay.get(day) ?? [], today, due));
  }
  return weeks.length <= WEEKS_SHOWN ? weeks.map((days) => ({ days })) : shortened(weeks);
}

function gridDay(day: string, steps: readonly ExplainedStep[], today: string, due: string | undefined): GridDay {
  const numbers = steps.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const [step] = steps;
  return {
    day,
    kind: kindOf(steps, day, today),
    ...(numbers.length > 0 ? { number: numbers.join('·') } : {}),
    today: day === today,
    due: day === due,
    workedInExchange: numbers.length > 0 && step?.day.effect === 'worked',
    ...(step ? { why: step.day } : {}),
  };
}

function kindOf(steps: readonly ExplainedStep[], day: string, today: string): DayKind {
  const outcomes = new Set(steps.map(({ outcome }) => outcome));
  if (outcomes.has('counted')) return day <= today ? 'counted' : 'left';
  if (outcomes.has('paused')) return 'pause';
  if (outcomes.has('moved_to')) return 'moved';
  if (outcomes.has('first') || outcomes.has('first_over')) return 'start';
  if (outcomes.has('off'))
    return steps[0]?.day.kind === 'weekend' || steps[0]?.day.kind === 'plain' ? 'weekend' : 'holiday';
  return 'outside';
}

/** Keeps the weeks with something in them that has to be seen. */
function shortened(weeks: readonly (readonly GridDay[])[]): readonly GridWeek[] {
  const kept = weeks.map(
    (days, at) =>
      at === 0 ||
      at === weeks.length - 1 ||
      days.some(
        ({ today, due, kind, workedInExchange }) =>
          today || due || kind === 'pause' || kind === 'holiday' || workedInExchange,
      ),
  );
  const shown: GridWeek[] = [];
  weeks.forEach((days, at) => {
    const before = shown.at(-1);
    if (kept[at]) shown.push({ days });
    else if (before && 'leftOut' in before) shown[shown.length - 1] = { leftOut: before.leftOut + 1 };
    else shown.push({ leftOut: 1 });
  });
  return shown;
}
