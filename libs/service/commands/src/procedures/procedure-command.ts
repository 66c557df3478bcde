import type { Decision } from '#libs/domain/kernel';
import type { ProcedureCommand } from '#libs/domain/procedure';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from '../command-request.js';

/** A command to the procedure of one award, as it goes over the command bus. */
export class ExecuteProcedureCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly code: string,
    readonly command: ProcedureCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
