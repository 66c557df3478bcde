import type { Decision } from '#libs/domain/kernel';
import type { UnitCommand } from '#libs/domain/organization';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from './command-request.js';

/** A command to one unit, as it goes over the command bus. */
export class ExecuteUnitCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly unitId: string,
    readonly command: UnitCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
