import type { NomineeKind } from '#libs/domain/procedure';
import { prizeIn } from './prize.js';
import {
  type Cancellation,
  type DecisionState,
  type Recipient,
  type Restoration,
  recipientKey,
} from './decision.state.js';

/** One line of the decision's list. */
export interface RecipientView extends Recipient {
  /** In đồng; once issued. A cancelled award keeps the figure that was decided. */
  readonly prize?: number;
  readonly cancelled?: Cancellation;
  /** It was cancelled once, and stands again. */
  readonly restored?: Restoration;
}

/** A decision as people read it. */
export interface DecisionView extends Omit<DecisionState, 'cancelled' | 'restored' | 'restorations' | 'recipients'> {
  readonly recipients: readonly RecipientView[];
  /** Recipients whose award stands, by kind; a kind without one is left out. */
  readonly validByKind: Readonly<Partial<Record<NomineeKind, number>>>;
  readonly valid: number;
  readonly cancelled: number;
}

/** Reads a decision: who receives what, and how many awards still stand (R46). */
export function viewDecision(state: DecisionState): DecisionView {
  const { cancelled, restored, restorations: _times, ...decision } = state;
  const validByKind: Partial<Record<NomineeKind, number>> = {};
  const recipients = state.recipients.map((recipient): RecipientView => {
    const prize = state.issue && prizeIn(state.issue, recipient);
    const cancellation = cancelled.get(recipientKey(recipient));
    const restoration = restored.get(recipientKey(recipient));
    if (!cancellation) validByKind[recipient.kind] = (validByKind[recipient.kind] ?? 0) + 1;
    return {
      ...recipient,
      ...(prize === undefined ? {} : { prize }),
      ...(cancellation ? { cancelled: { ground: cancellation.ground, reason: cancellation.reason } } : {}),
      ...(restoration ? { restored: restoration } : {}),
    };
  });
  const valid = recipients.length - cancelled.size;
  return { ...decision, recipients, validByKind, valid, cancelled: cancelled.size };
}
