import { label } from '#libs/domain/kernel';
import { z } from 'zod';
import { campaignEvents } from './campaign.events.js';

const { CampaignExtended, CampaignOpened } = campaignEvents;

/** Mở đợt trình hồ sơ, for the actor's own body. `POST /campaigns`. */
export const openCampaign = CampaignOpened.schema.omit({ campaignId: true, bodyId: true });

/** Commands that people give to a campaign, by their names in the API: `POST /campaigns/{id}/extend`. */
export const campaignCommands = {
  /** Gia hạn đợt. */
  extend: CampaignExtended.schema,
  /** Đóng đợt: from now on. */
  close: z.strictObject({ reason: label(500) }),
} as const;

const all = { open: openCampaign, ...campaignCommands };

export type CampaignCommandName = keyof typeof all;

export type CampaignCommandOf<N extends CampaignCommandName> = N extends CampaignCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type CampaignCommand = { [N in CampaignCommandName]: CampaignCommandOf<N> }[CampaignCommandName];
