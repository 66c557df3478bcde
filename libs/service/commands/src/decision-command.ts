import type { DecisionCommand } from '#libs/domain/decision';
import type { Decision } from '#libs/domain/kernel';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from './command-request.js';

/** A command to one decision, as it goes over the command bus. */
export class ExecuteDecisionCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly decisionId: string,
    readonly command: DecisionCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
