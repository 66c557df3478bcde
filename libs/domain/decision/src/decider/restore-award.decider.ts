import { checkFree } from '#libs/domain/dossier';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import {
  type DecisionState,
  type MaybeDecision,
  type Recipient,
  type StandingCancellation,
  recipientKey,
} from '../decision.state.js';
import { allowedForOne, issuedByOwnBody, proceduresOf, roleAllowed } from './common-rules.js';
import type { DecisionContext } from './decision.context.js';

type Restore = DecisionCommandOf<'restore-award'>;

/** An award that may be restored, as far as its own decision tells. */
export interface Restorable {
  readonly recipient: Recipient;
  readonly cancellation: StandingCancellation;
}

/** Whether somebody may restore an award of this decision: one that is cancelled, under a procedure that provides it to him. */
export function mayRestoreAward(state: MaybeDecision, context: DecisionContext): Decision<DecisionState> {
  const issued = issuedByOwnBody(state, context);
  if (!issued.ok) return issued;
  const { recipients, cancelled } = issued.value;
  const lost = recipients.filter((each) => cancelled.has(recipientKey(each)));
  const [one] = recipients;
  if (lost.length === 0 && one) return notCancelled(recipientKey(one));
  const allowed = allowedForOne(lost, (each) => mayRestoreFor(each, context));
  return allowed.ok ? issued : allowed;
}

/** The procedure of a recipient provides that what was cancelled is restored, by a role that the actor holds. */
function mayRestoreFor(recipient: Pick<Recipient, 'dossierId'>, context: DecisionContext): Decision<void> {
  const procedures = proceduresOf([recipient], context);
  if (!procedures.ok) return procedures;
  for (const { procedure } of procedures.value) {
    const { restorable, source } = procedure.cancellation;
    if (!restorable) return refuse('RESTORATION_NOT_PROVIDED', { rule: 'R55', source });
  }
  return roleAllowed(procedures.value, ({ cancellation }) => cancellation.restorable?.roles ?? [], context);
}

/**
 * Whether an award may be restored, all but what it has to take again: what the handler asks before it takes anything, so
 * that a refused command takes nothing from others.
 */
export function checkRestore({ data }: Restore, state: MaybeDecision, context: DecisionContext): Decision<Restorable> {
  const issued = mayRestoreAward(state, context);
  if (!issued.ok) return issued;
  const { recipients, cancelled } = issued.value;
  const key = recipientKey(data);
  const recipient = recipients.find((each) => recipientKey(each) === key);
  if (!recipient) return refuse('NOMINEE_UNKNOWN', { params: { nominees: [key] } });
  const allowed = mayRestoreFor(recipient, context);
  if (!allowed.ok) return allowed;
  const cancellation = cancelled.get(key);
  return cancellation ? ok({ recipient, cancellation }) : notCancelled(key);
}

/**
 * Phục hồi danh hiệu: by the body that decided, where the procedure provides it (R55). The award counts again from now on; what
 * it used up only once has to be free still, or is refused with whose it is now (R15, R16).
 */
export function restoreAward(
  command: Restore,
  state: MaybeDecision,
  context: DecisionContext,
): Decision<readonly [DecisionFactOf<'AwardRestored'>]> {
  const restorable = checkRestore(command, state, context);
  if (!restorable.ok) return restorable;
  const { dossierId, nomineeId, reason } = command.data;
  const procedures = proceduresOf([restorable.value.recipient], context);
  if (!procedures.ok) return procedures;
  for (const { procedure } of procedures.value) {
    const free = checkFree(context.taken ?? [], procedure);
    if (!free.ok) return free;
  }
  return ok([{ type: 'AwardRestored', data: { dossierId, nomineeId, reason } }]);
}

const notCancelled = (nominee: string) => refuse('AWARD_NOT_CANCELLED', { rule: 'R55', params: { nominee } });
