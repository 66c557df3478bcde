import { ownLine, type Test, unknownFor } from '../case.js';

/** A share of a collective's members hold a title (R14), in integers: holders × denominator ≥ members × numerator. */
export const memberShare: Test<'member_share'> = ({ award, numerator, denominator }, nominee) => {
  const { composition } = nominee.claims;
  const holders = composition?.holders?.[award];
  if (!composition || holders === undefined) return unknownFor(composition ? award : 'composition');
  const enough = holders * denominator >= composition.members * numerator;
  return {
    outcome: enough ? 'pass' : 'fail',
    counted: [ownLine(nominee)],
    passedOver: [],
    missing: enough ? [] : [award],
    figures: { held: holders, members: composition.members, numerator, denominator },
    days: {},
  };
};
