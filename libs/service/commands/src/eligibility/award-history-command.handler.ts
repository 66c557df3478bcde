import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from '../command-request.js';
import { ExecuteAwardHistoryCommand } from './award-history-command.js';
import { AwardHistories } from './award-histories.js';

@CommandHandler(ExecuteAwardHistoryCommand)
export class AwardHistoryCommandHandler implements ICommandHandler<ExecuteAwardHistoryCommand> {
  constructor(private readonly histories: AwardHistories) {}

  execute({ unitId, command, request }: ExecuteAwardHistoryCommand): Promise<Decision<CommandAnswer>> {
    return this.histories.execute(unitId, command, request);
  }
}
