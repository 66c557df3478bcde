import { type Interval, within } from '#libs/domain/calendar';
import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { CampaignFactOf, RecordedCampaignFact } from './campaign.events.js';

/** A campaign (đợt trình hồ sơ) as its facts say it is. */
export interface CampaignState extends Omit<CampaignFactOf<'CampaignOpened'>['data'], 'campaignId'> {
  readonly id: string;
  readonly revision: number;
  /** When it was closed before its time. */
  readonly closedAt?: Instant;
}

/** Before its first fact a campaign does not exist. */
export type MaybeCampaign = CampaignState | undefined;

/** Folds one fact. Throws when the first fact opens nothing: such a stream was not written by `decide`. */
export function evolveCampaign(state: MaybeCampaign, fact: RecordedCampaignFact): CampaignState {
  const { revision } = fact;
  if (fact.type === 'CampaignOpened') {
    const { campaignId, ...opened } = fact.data;
    return { id: campaignId, revision, ...opened };
  }
  if (!state) throw new Error(`A campaign cannot begin with ${fact.type}.`);
  if (fact.type === 'CampaignExtended') return { ...state, revision, until: fact.data.until };
  return { ...state, revision, closedAt: fact.data.at };
}

/** The half-open time in which it takes dossiers: closed before its time it ends there. */
export const windowOf = ({ from, until, closedAt }: CampaignState): Interval => ({
  from,
  to: closedAt !== undefined && closedAt < until ? closedAt : until,
});

/** Where a campaign stands at a moment. */
export const campaignStandings = ['awaited', 'open', 'over'] as const;
export type CampaignStanding = (typeof campaignStandings)[number];

export function standingAt(campaign: CampaignState, at: Instant): CampaignStanding {
  const { from, to } = windowOf(campaign);
  if (at < from) return 'awaited';
  return at < to ? 'open' : 'over';
}

/** What is submitted in a campaign. */
export interface Entry {
  readonly bodyId: string;
  readonly award: string;
  readonly at: Instant;
}

/**
 * Whether a dossier may be submitted in a campaign (R53). Refuses `CAMPAIGN_OF_OTHER_BODY`, `CAMPAIGN_NOT_FOR_AWARD`, and
 * `OUTSIDE_CAMPAIGN` with both its moments.
 */
export function checkEntry(campaign: CampaignState, { bodyId, award, at }: Entry): Decision<void> {
  if (campaign.bodyId !== bodyId) return refuse('CAMPAIGN_OF_OTHER_BODY', { params: { campaign: campaign.id } });
  if (campaign.awards && !campaign.awards.includes(award)) {
    return refuse('CAMPAIGN_NOT_FOR_AWARD', { params: { campaign: campaign.id, awards: campaign.awards } });
  }
  const window = windowOf(campaign);
  if (within(window, at)) return ok(undefined);
  return refuse('OUTSIDE_CAMPAIGN', {
    rule: 'R53',
    params: { campaign: campaign.id, from: window.from, to: window.to, at },
  });
}
