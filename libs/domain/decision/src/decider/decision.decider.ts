import type { Decider, Decision } from '#libs/domain/kernel';
import type { DecisionCommand } from '../decision.commands.js';
import type { DecisionFact } from '../decision.events.js';
import { type MaybeDecision, evolveDecision } from '../decision.state.js';
import { cancelAward } from './cancel-award.decider.js';
import type { DecisionContext } from './decision.context.js';
import { draftDecision } from './draft-decision.decider.js';
import { giveUpDecision } from './give-up-decision.decider.js';
import { issueDecision } from './issue-decision.decider.js';
import { restoreAward } from './restore-award.decider.js';

/** The decision (quyết định khen thưởng), streams `decision-<id>`. */
export const decisionDecider: Decider<MaybeDecision, DecisionCommand, DecisionFact, DecisionContext> = {
  initialState: undefined,
  decide(command, state, context): Decision<readonly DecisionFact[]> {
    if (command.type === 'draft') return draftDecision(command, state, context);
    if (command.type === 'issue') return issueDecision(command, state, context);
    if (command.type === 'give-up') return giveUpDecision(command, state, context);
    if (command.type === 'cancel-award') return cancelAward(command, state, context);
    return restoreAward(command, state, context);
  },
  evolve: evolveDecision,
};
