import { type Test, unknownFor } from '../case.js';
import { asEvidence, covers, sift } from '../history.js';

/**
 * A title so many merit years running, the last of them the year of the merit (R12, R13): an old run does not revive. A year
 * without it is a gap only where the history is known to be whole for that year and nothing doubtful may fill it.
 */
export const consecutiveYears: Test<'consecutive_years'> = ({ award, years }, nominee, { uncounted }) => {
  const { meritYear } = nominee.claims;
  if (years === 'unknown') return unknownFor('years');
  if (meritYear === undefined) return unknownFor('meritYear');
  const { counted, doubtful, passedOver } = sift(nominee.history, award, { uncounted, kind: nominee.awardKind });
  const wanted = Array.from({ length: years }, (_, index) => meritYear - years + 1 + index);
  const inRun = counted.filter((past) => past.meritYear !== undefined && wanted.includes(past.meritYear));
  const missing = wanted.filter((year) => !inRun.some((past) => past.meritYear === year));
  const undated = counted.filter((past) => past.meritYear === undefined);
  const mayFill = [...doubtful, ...undated];
  const isGap = (year: number): boolean =>
    covers(nominee.history, year) && !mayFill.some((past) => past.meritYear === undefined || past.meritYear === year);
  return {
    outcome: missing.length === 0 ? 'pass' : missing.some(isGap) ? 'fail' : 'unknown',
    counted: inRun.map(asEvidence),
    passedOver: [...passedOver, ...undated.map((past) => ({ ...asEvidence(past), because: 'undated' as const }))],
    missing: missing.map(String),
    figures: { held: years - missing.length, needed: years, lastYear: meritYear },
    days: {},
  };
};
