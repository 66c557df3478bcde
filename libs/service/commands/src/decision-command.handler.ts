import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from './command-request.js';
import { ExecuteDecisionCommand } from './decision-command.js';
import { Decisions } from './decisions.js';

@CommandHandler(ExecuteDecisionCommand)
export class DecisionCommandHandler implements ICommandHandler<ExecuteDecisionCommand> {
  constructor(private readonly decisions: Decisions) {}

  execute({ decisionId, command, request }: ExecuteDecisionCommand): Promise<Decision<CommandAnswer>> {
    return this.decisions.execute(decisionId, command, request);
  }
}
