import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from './command-request.js';
import { ExecuteDossierCommand } from './dossier-command.js';
import { Dossiers } from './dossiers.js';

@CommandHandler(ExecuteDossierCommand)
export class DossierCommandHandler implements ICommandHandler<ExecuteDossierCommand> {
  constructor(private readonly dossiers: Dossiers) {}

  execute({ dossierId, command, request }: ExecuteDossierCommand): Promise<Decision<CommandAnswer>> {
    return this.dossiers.execute(dossierId, command, request);
  }
}
