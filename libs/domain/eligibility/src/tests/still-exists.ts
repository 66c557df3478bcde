import { ownLine, type Test, unknownFor } from '../case.js';

/** Không khen thưởng cơ quan đã giải thể (R10): the body is there on the day of the receipt; its last day counts. */
export const stillExists: Test<'still_exists'> = (_criterion, nominee) => {
  const { existence } = nominee.claims;
  if (!existence) return unknownFor('existence');
  const { from, to } = existence;
  const exists = (from === undefined || from <= nominee.on) && (to === undefined || nominee.on <= to);
  return {
    outcome: exists ? 'pass' : 'fail',
    counted: [ownLine(nominee)],
    passedOver: [],
    missing: [],
    figures: {},
    days: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  };
};
