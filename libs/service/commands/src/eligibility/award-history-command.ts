import type { AwardHistoryCommand } from '#libs/domain/award-history';
import type { Decision } from '#libs/domain/kernel';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from '../command-request.js';

/** A command on the lists of a unit, as it goes over the command bus. */
export class ExecuteAwardHistoryCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly unitId: string,
    readonly command: AwardHistoryCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
