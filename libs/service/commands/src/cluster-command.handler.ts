import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from './command-request.js';
import { ExecuteClusterCommand } from './cluster-command.js';
import { Clusters } from './clusters.js';

@CommandHandler(ExecuteClusterCommand)
export class ClusterCommandHandler implements ICommandHandler<ExecuteClusterCommand> {
  constructor(private readonly clusters: Clusters) {}

  execute({ clusterId, command, request }: ExecuteClusterCommand): Promise<Decision<CommandAnswer>> {
    return this.clusters.execute(clusterId, command, request);
  }
}
