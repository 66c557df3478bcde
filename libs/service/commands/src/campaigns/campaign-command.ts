import type { CampaignCommand } from '#libs/domain/campaign';
import type { Decision } from '#libs/domain/kernel';
import { Command } from '@nestjs/cqrs';
import type { CommandAnswer, CommandRequest } from '../command-request.js';

/** A command on a campaign, as it goes over the command bus. */
export class ExecuteCampaignCommand extends Command<Decision<CommandAnswer>> {
  constructor(
    readonly campaignId: string,
    readonly command: CampaignCommand,
    readonly request: CommandRequest,
  ) {
    super();
  }
}
