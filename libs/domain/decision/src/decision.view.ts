import type { NomineeKind } from '#libs/domain/procedure';
import { prizeIn } from './prize.js';
import { type Cancellation, type DecisionState, type Recipient, recipientKey } from './decision.state.js';

/** One line of the decision's list. */
export interface RecipientView extends Recipient {
  /** In đồng; once issued. A cancelled award keeps the figure that was decided. */
  readonly prize?: number;
  readonly cancelled?: Cancellation;
}

/** A decision as people read it. */
export interface DecisionView extends Omit<DecisionState, 'cancelled' | 'recipients'> {
  readonly recipients: readonly RecipientView[];
  /** Recipients whose award stands, by kind; a kind without one is left out. */
  readonly validByKind: Readonly<Partial<Record<NomineeKind, number>>>;
  readonly valid: number;
  readonly cancelled: number;
}

/** Reads a decision: who receives what, and how many awards still stand (R46). */
export function viewDecision(state: DecisionState): DecisionView {
  const validByKind: Partial<Record<NomineeKind, number>> = {};
  const recipients = state.recipients.map((recipient): RecipientView => {
    const prize = state.issue && prizeIn(state.issue, recipient);
    const cancelled = state.cancelled.get(recipientKey(recipient));
    if (!cancelled) validByKind[recipient.kind] = (validByKind[recipient.kind] ?? 0) + 1;
    return { ...recipient, ...(prize === undefined ? {} : { prize }), ...(cancelled ? { cancelled } : {}) };
  });
  const cancelled = state.cancelled.size;
  return { ...state, recipients, validByKind, valid: recipients.length - cancelled, cancelled };
}
