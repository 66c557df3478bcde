import type { AwardHistoryEventType } from './award-history.events.js';

/** What an event is called in the office, and what it means: the words of `docs/events.md`. */
export const awardHistoryEventWords: Readonly<
  Record<AwardHistoryEventType, { readonly term: string; readonly meaning: string }>
> = {
  PastAwardsImported: {
    term: 'Nhập khen thưởng đã có',
    meaning:
      'Awards from before this system or outside it, as a list of the unit says; where it is whole, for which years.',
  },
  PastAwardStruck: {
    term: 'Gạch dòng đã nhập',
    meaning: 'An imported award was cancelled since (R56), or should never have been on the list.',
  },
  RecipientRecognised: {
    term: 'Xác nhận cùng một người',
    meaning: 'Somebody said whether a nominee is the recipient of an earlier award. The last word counts.',
  },
};
