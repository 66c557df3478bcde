import type { Decision, Refusal } from '#libs/domain/kernel';
import type { decisionCommands } from '../decision.commands.js';
import type { MaybeDecision } from '../decision.state.js';
import { mayCancelAward } from './cancel-award.decider.js';
import type { DecisionContext } from './decision.context.js';
import { mayGiveUp } from './give-up-decision.decider.js';
import { mayIssue } from './issue-decision.decider.js';
import { mayRestoreAward } from './restore-award.decider.js';

type PeoplesCommand = keyof typeof decisionCommands;

/** One command of the catalogue: whether somebody may give it now, and if not, why. */
export interface AllowedDecisionCommand {
  readonly command: PeoplesCommand;
  /** Absent when it is possible. */
  readonly refusal?: Refusal;
}

/** The questions with which each decision begins, so that who asks first is told nothing else than who acts. */
const questions: {
  readonly [C in PeoplesCommand]: (state: MaybeDecision, context: DecisionContext) => Decision<unknown>;
} = {
  issue: mayIssue,
  'give-up': mayGiveUp,
  'cancel-award': mayCancelAward,
  'restore-award': mayRestoreAward,
};

/**
 * Every command of the catalogue for an actor. A no is the refusal that the command itself would get, whatever its data say; a
 * yes means that it passes with the right data.
 */
export function allowedDecisionCommands(
  state: MaybeDecision,
  context: DecisionContext,
): readonly AllowedDecisionCommand[] {
  return (Object.keys(questions) as PeoplesCommand[]).map((command) => {
    const may = questions[command](state, context);
    return may.ok ? { command } : { command, refusal: may.error };
  });
}
