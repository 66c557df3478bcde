import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import { type DecisionState, type MaybeDecision, type Recipient, recipientKey } from '../decision.state.js';
import { allowedForOne, issuedByOwnBody, proceduresOf, roleAllowed } from './common-rules.js';
import type { DecisionContext } from './decision.context.js';

/** Whether somebody may cancel an award of this decision: one that still stands, under a procedure that lets him. */
export function mayCancelAward(state: MaybeDecision, context: DecisionContext): Decision<DecisionState> {
  const issued = issuedByOwnBody(state, context);
  if (!issued.ok) return issued;
  const { recipients, cancelled } = issued.value;
  const standing = recipients.filter((each) => !cancelled.has(recipientKey(each)));
  const [one] = recipients;
  if (standing.length === 0 && one)
    return refuse('AWARD_ALREADY_CANCELLED', { rule: 'R46', params: { nominee: recipientKey(one) } });
  const allowed = allowedForOne(standing, (each) => mayCancelFor(each, context));
  return allowed.ok ? issued : allowed;
}

function mayCancelFor(recipient: Recipient, context: DecisionContext): Decision<void> {
  const procedures = proceduresOf([recipient], context);
  if (!procedures.ok) return procedures;
  return roleAllowed(procedures.value, ({ decision }) => decision.cancelRoles, context);
}

/** Hủy khen thưởng: by the body that decided, on a ground of the law (R55); the other recipients keep theirs (R46). */
export function cancelAward(
  { data }: DecisionCommandOf<'cancel-award'>,
  state: MaybeDecision,
  context: DecisionContext,
): Decision<readonly [DecisionFactOf<'AwardCancelled'>]> {
  const issued = mayCancelAward(state, context);
  if (!issued.ok) return issued;
  const { recipients, cancelled } = issued.value;
  const key = recipientKey(data);
  const recipient = recipients.find((each) => recipientKey(each) === key);
  if (!recipient) return refuse('NOMINEE_UNKNOWN', { params: { nominees: [key] } });
  const procedures = proceduresOf([recipient], context);
  if (!procedures.ok) return procedures;
  const role = roleAllowed(procedures.value, ({ decision }) => decision.cancelRoles, context);
  if (!role.ok) return role;
  for (const { procedure } of procedures.value) {
    const { grounds, source } = procedure.cancellation;
    if (!grounds.includes(data.ground)) {
      return refuse('CANCELLATION_GROUND_UNKNOWN', { rule: 'R55', source, params: { ground: data.ground } });
    }
  }
  if (cancelled.has(key)) return refuse('AWARD_ALREADY_CANCELLED', { rule: 'R46', params: { nominee: key } });
  const { dossierId, nomineeId, ground, reason } = data;
  return ok([{ type: 'AwardCancelled', data: { dossierId, nomineeId, ground, reason } }]);
}
