import type { DossierCommand } from '#libs/domain/dossier';
import type { Decision } from '#libs/domain/kernel';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from './command-request.js';

/** A command to one dossier, as it goes over the command bus. */
export class ExecuteDossierCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly dossierId: string,
    readonly command: DossierCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
