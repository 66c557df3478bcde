import { Temporal } from 'temporal-polyfill';
import { type Test, unknownFor, yearOf } from '../case.js';
import { asEvidence, coversUpTo, type PastAward, sift } from '../history.js';
import type { PassedOver } from '../proposal.schema.js';

/** So many earlier awards of one code, of some grades where the criterion names them; unexpected and thematic ones are no ground for merit (R17). */
export const earlierAwards: Test<'earlier_awards'> = (
  { award, ofGrades, count, yearsBefore = 0 },
  nominee,
  { uncounted },
) => {
  if (count === 'unknown') return unknownFor('count');
  if (yearsBefore === 'unknown') return unknownFor('yearsBefore');
  const sifted = sift(nominee.history, award, { uncounted, kind: nominee.awardKind, ofGrades });
  const latest = Temporal.PlainDate.from(nominee.on).subtract({ years: yearsBefore }).toString();
  const whyNot = ({ decidedOn }: PastAward): PassedOver['because'] | undefined => {
    if (yearsBefore === 0) return undefined;
    if (decidedOn === undefined) return 'undated';
    return decidedOn > latest ? 'too_recent' : undefined;
  };
  const counted = sifted.counted.filter((past) => whyNot(past) === undefined);
  const others = sifted.counted.flatMap((past) => {
    const because = whyNot(past);
    return because === undefined ? [] : [{ ...asEvidence(past), because }];
  });
  const undated = others.filter(({ because }) => because === 'undated').length;
  const atMost = counted.length + undated + sifted.doubtful.length;
  // Of the running year this system itself knows: nobody can answer for it yet.
  const whole = coversUpTo(nominee.history, yearOf(nominee.on) - Math.max(yearsBefore, 1));
  return {
    outcome: counted.length >= count ? 'pass' : atMost < count && whole ? 'fail' : 'unknown',
    counted: counted.map(asEvidence),
    passedOver: [...sifted.passedOver, ...others],
    missing: counted.length >= count ? [] : [award],
    figures: { held: counted.length, needed: count },
    days: {},
  };
};
