import type { LocalDate } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { ownLine, type Test, unknownFor } from '../case.js';
import type { NomineeClaims } from '../claims.schema.js';
import { daysCounted } from '../merit-days.js';

/**
 * So many full years of merit. After a discipline term they begin anew on the day after its end (R19); leaves of the kinds that
 * count are no gap (R20), others put the end off by their days. Full when the last day is over.
 */
export const meritYears: Test<'merit_years'> = ({ years, countedLeaves }, nominee) => {
  const { discipline, meritPeriod, leaves = [] } = nominee.claims;
  if (years === 'unknown') return unknownFor('years');
  if (!discipline) return unknownFor('discipline');
  const meritFrom = latest(dayAfterTerm(discipline), meritPeriod?.from);
  if (meritFrom === undefined) return unknownFor('meritPeriod');
  const uncounted = leaves.filter(({ kind }) => !countedLeaves.includes(kind));
  const meritFullAt = fullAt(meritFrom, years, uncounted);
  const full = meritFullAt < nominee.on;
  return {
    outcome: full ? 'pass' : 'fail',
    counted: [ownLine(nominee)],
    passedOver: [],
    missing: full ? [] : [meritFullAt],
    figures: meritPeriod ? { daysCounted: daysCounted(meritPeriod, leaves, countedLeaves) } : {},
    days: { meritFrom, meritFullAt },
  };
};

const dayAfterTerm = (discipline: NonNullable<NomineeClaims['discipline']>): LocalDate | undefined =>
  discipline.endedOn === undefined ? undefined : plus(discipline.endedOn, { days: 1 });

const latest = (one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;

function fullAt(from: LocalDate, years: number, gaps: NonNullable<NomineeClaims['leaves']>): LocalDate {
  let end = plus(plus(from, { years }), { days: -1 });
  // A gap that the later end reaches puts it off once more.
  for (;;) {
    const lost = daysCounted({ from, to: end }, [], []) - daysCounted({ from, to: end }, gaps, []);
    const put = plus(plus(plus(from, { years }), { days: -1 }), { days: lost });
    if (put === end) return end;
    end = put;
  }
}

const plus = (date: LocalDate, by: Temporal.DurationLike): LocalDate =>
  Temporal.PlainDate.from(date).add(by).toString();
