import type { EventWords } from '#libs/domain/dossier';
import type { DecisionEventType, RegisterEventType } from './decision.events.js';

/** What a decision's events are called in the office, and what they mean. Total by its type. */
export const decisionEventWords: Readonly<Record<DecisionEventType, EventWords>> = {
  DecisionDrafted: {
    term: 'Dự thảo quyết định',
    meaning: 'One decision for the approved nominees of one or more dossiers of one award, numbered as listed (R45).',
  },
  DecisionIssued: {
    term: 'Ban hành quyết định',
    meaning: 'The decision got its number, date, signer and prizes (R48), and changes no more.',
  },
  NumberGivenUp: {
    term: 'Bỏ số, bỏ dự thảo',
    meaning: 'The draft was given up. A number it had taken stays taken, and is noted here (R45).',
  },
  AwardCancelled: {
    term: 'Hủy khen thưởng',
    meaning: 'One recipient’s award was cancelled by the body that decided; the others stay (R46, R55).',
  },
  AwardRestored: {
    term: 'Phục hồi danh hiệu',
    meaning:
      'An award that was cancelled was given back by the body that decided, where its procedure provides it (R55). It counts again.',
  },
};

/** What a register's events are called in the office, and what they mean. Total by its type. */
export const registerEventWords: Readonly<Record<RegisterEventType, EventWords>> = {
  NumberTaken: {
    term: 'Lấy số',
    meaning:
      'One number of a register was given to one decision: the revision of this event + 1, so that there is no gap (R45).',
  },
};
