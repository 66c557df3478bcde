import type { Decision } from '#libs/domain/kernel';
import type { ClusterCommand } from '#libs/domain/organization';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from './command-request.js';

/** A command to one cluster, as it goes over the command bus. */
export class ExecuteClusterCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly clusterId: string,
    readonly command: ClusterCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
