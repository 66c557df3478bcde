import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import type { MaybeDecision } from '../decision.state.js';
import { inStage, proceduresOf, roleAllowed } from './common-rules.js';
import type { DecisionContext } from './decision.context.js';

/** Whether somebody may give a draft up, whatever his reason. */
export function mayGiveUp(state: MaybeDecision, context: DecisionContext): Decision<void> {
  const draft = inStage(state, 'drafted', context);
  if (!draft.ok) return draft;
  if (draft.value.bodyId !== context.actor.unitId) return refuse('OTHER_UNIT');
  const procedures = proceduresOf(draft.value.recipients, context);
  if (!procedures.ok) return procedures;
  return roleAllowed(
    procedures.value,
    ({ decision }) => [...new Set([...decision.draftRoles, ...decision.issueRoles])],
    context,
  );
}

/**
 * Bỏ dự thảo: before it is issued, by who may draft or issue. A number it had taken stays in the register and is noted here,
 * so that the register has no gap and the gap has a reason (R45).
 */
export function giveUpDecision(
  { data }: DecisionCommandOf<'give-up'>,
  state: MaybeDecision,
  context: DecisionContext,
): Decision<readonly [DecisionFactOf<'NumberGivenUp'>]> {
  const may = mayGiveUp(state, context);
  if (!may.ok) return may;
  return ok([{ type: 'NumberGivenUp', data: { ...context.number, reason: data.reason } }]);
}
