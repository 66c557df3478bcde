import type { Decision } from '#libs/domain/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer } from '../command-request.js';
import { ExecuteCampaignCommand } from './campaign-command.js';
import { Campaigns } from './campaigns.js';

@CommandHandler(ExecuteCampaignCommand)
export class CampaignCommandHandler implements ICommandHandler<ExecuteCampaignCommand> {
  constructor(private readonly campaigns: Campaigns) {}

  execute({ campaignId, command, request }: ExecuteCampaignCommand): Promise<Decision<CommandAnswer>> {
    return this.campaigns.execute(campaignId, command, request);
  }
}
