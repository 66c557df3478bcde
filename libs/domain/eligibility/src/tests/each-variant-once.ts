import type { LocalDate } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { type Found, type Test, unknownFor } from '../case.js';
import { asEvidence, type PastAward, sift } from '../history.js';

/**
 * Kỷ niệm chương: each kind once for a person, another kind only so many years after the last (R22). What speaks against it has
 * to be there: an award that nobody knows of is none, but one that may be this person's leaves it open.
 */
export const eachVariantOnce: Test<'each_variant_once'> = ({ award, yearsBetween }, nominee) => {
  const { variant } = nominee.claims;
  if (variant === undefined) return unknownFor('variant');
  const { counted, doubtful, passedOver } = sift(nominee.history, award, {
    uncounted: undefined,
    kind: nominee.awardKind,
  });
  const against = counted.filter((past) => speaksAgainst(past, variant, yearsBetween, nominee.on) === true);
  const open = [...doubtful, ...counted].some((past) => {
    const against = speaksAgainst(past, variant, yearsBetween, nominee.on);
    return against === undefined || (against && !past.confirmed);
  });
  const found: Found = {
    outcome: against.length > 0 ? 'fail' : open ? 'unknown' : 'pass',
    counted: counted.map(asEvidence),
    passedOver: [...passedOver],
    missing: [],
    figures: typeof yearsBetween === 'number' ? { yearsBetween } : {},
    days: {},
  };
  return found;
};

/** `undefined` where it cannot be told: the other award's kind or day is not known, or the years are not. */
function speaksAgainst(
  past: PastAward,
  variant: string,
  yearsBetween: number | 'unknown' | null,
  on: LocalDate,
): boolean | undefined {
  if (past.variant === variant) return true;
  if (past.variant === undefined) return undefined;
  if (yearsBetween === null) return false;
  if (yearsBetween === 'unknown' || past.decidedOn === undefined) return undefined;
  return Temporal.PlainDate.from(past.decidedOn).add({ years: yearsBetween }).toString() > on;
}
