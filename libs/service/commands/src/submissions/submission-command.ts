import type { Decision } from '#libs/domain/kernel';
import type { SubmissionCommand } from '#libs/domain/submission';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from '../command-request.js';

/** A command to one letter to the level above, as it goes over the command bus. */
export class ExecuteSubmissionCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly submissionId: string,
    readonly command: SubmissionCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
