import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from '../command-request.js';
import { ExecuteProcedureCommand } from './procedure-command.js';
import { ProcedureLives } from './procedure-lives.js';

@CommandHandler(ExecuteProcedureCommand)
export class ProcedureCommandHandler implements ICommandHandler<ExecuteProcedureCommand> {
  constructor(private readonly lives: ProcedureLives) {}

  execute({ code, command, request }: ExecuteProcedureCommand): Promise<Decision<CommandAnswer>> {
    return this.lives.execute(code, command, request);
  }
}
