import { campaignEvents, type CampaignStanding, campaignStandings, type CampaignState } from '#libs/domain/campaign';
import { bilingual } from '#libs/domain/kernel';
import { z } from 'zod';
import { answerOf, count, moment } from '../http/answers.js';

/** A campaign, and where it stands now. */
export interface CampaignAnswer extends CampaignState {
  readonly standing: CampaignStanding;
}

export const campaignAnswer = answerOf<CampaignAnswer>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      bodyId: z.string(),
      names: bilingual(),
      from: moment().meta({ description: 'The first moment that belongs to it (R53).' }),
      until: moment().meta({ description: 'The first moment that does not.' }),
      awards: campaignEvents.CampaignOpened.schema.shape.awards,
      closedAt: moment().optional().meta({ description: 'When it was closed before its time.' }),
      standing: z.enum(campaignStandings),
    })
    .meta({ id: 'Campaign', description: 'When a body takes dossiers (đợt trình hồ sơ).' }),
);

export const campaignList = answerOf<{ readonly items: readonly CampaignAnswer[] }>()(
  z.strictObject({ items: z.array(campaignAnswer) }).meta({ id: 'Campaigns' }),
);
