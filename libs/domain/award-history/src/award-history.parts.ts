import { slices, type Splitter } from '#libs/domain/kernel';
import type { AwardHistoryFact } from './award-history.events.js';
import type { MaybeAwardHistory } from './award-history.state.js';

/** A long list in several facts, each with its first line; only a list outgrows one append. */
export const splitAwardHistoryFact: Splitter<MaybeAwardHistory, AwardHistoryFact> = (fact, _before, maxBytes) => {
  if (fact.type !== 'PastAwardsImported') return [fact];
  let firstLine = fact.data.firstLine;
  return slices(fact.data.recipients, maxBytes).map((recipients) => {
    const part = { type: fact.type, data: { ...fact.data, firstLine, recipients } };
    firstLine += recipients.length;
    return part;
  });
};
