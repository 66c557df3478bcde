import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from '../command-request.js';
import { ExecuteSubmissionCommand } from './submission-command.js';
import { Submissions } from './submissions.js';

@CommandHandler(ExecuteSubmissionCommand)
export class SubmissionCommandHandler implements ICommandHandler<ExecuteSubmissionCommand> {
  constructor(private readonly submissions: Submissions) {}

  execute({ submissionId, command, request }: ExecuteSubmissionCommand): Promise<Decision<CommandAnswer>> {
    return this.submissions.execute(submissionId, command, request);
  }
}
