import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from './command-request.js';
import { ExecuteUnitCommand } from './unit-command.js';
import { Units } from './units.js';

@CommandHandler(ExecuteUnitCommand)
export class UnitCommandHandler implements ICommandHandler<ExecuteUnitCommand> {
  constructor(private readonly units: Units) {}

  execute({ unitId, command, request }: ExecuteUnitCommand): Promise<Decision<CommandAnswer>> {
    return this.units.execute(unitId, command, request);
  }
}
