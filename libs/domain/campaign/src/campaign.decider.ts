import { type Actor, type Decider, type Decision, type Instant, type Role, ok, refuse } from '#libs/domain/kernel';
import type { CampaignCommand, CampaignCommandOf } from './campaign.commands.js';
import type { CampaignFact } from './campaign.events.js';
import { type CampaignState, evolveCampaign, type MaybeCampaign, windowOf } from './campaign.state.js';

/** What a decision on a campaign needs besides its own past. */
export interface CampaignContext {
  /** The id in the stream's name. */
  readonly campaignId: string;
  readonly actor: Actor;
  readonly now: Instant;
}

type Facts = Decision<readonly CampaignFact[]>;

/** Who says when a body takes dossiers. */
const keepers: readonly Role[] = ['officer', 'section_head', 'secretary', 'authority'];

/** A campaign (đợt trình hồ sơ), streams `campaign-<id>`: opened, extended and closed by the body that takes the dossiers. */
export const campaignDecider: Decider<MaybeCampaign, CampaignCommand, CampaignFact, CampaignContext> = {
  initialState: undefined,
  decide(command, state, context): Facts {
    const { actor, campaignId } = context;
    if (!keepers.some((role) => actor.roles.includes(role))) {
      return refuse('POSITION_NOT_ALLOWED', { params: { roles: keepers } });
    }
    if (command.type === 'open') return open(command, state, context);
    if (!state) return refuse('NOT_FOUND', { params: { what: campaignId } });
    if (state.bodyId !== actor.unitId) return refuse('OTHER_UNIT');
    return command.type === 'extend' ? extend(command, state) : close(command, state, context);
  },
  evolve: evolveCampaign,
};

function open(
  { data }: CampaignCommandOf<'open'>,
  state: MaybeCampaign,
  { campaignId, actor }: CampaignContext,
): Facts {
  if (state) return refuse('CAMPAIGN_EXISTS', { params: { campaign: campaignId } });
  if (data.from >= data.until) return refuse('CAMPAIGN_ENDS_TOO_EARLY', { rule: 'R53', params: { until: data.until } });
  return ok([{ type: 'CampaignOpened', data: { campaignId, bodyId: actor.unitId, ...data } }]);
}

/** Later than it ends now; one that is over may be extended too, one that was closed may not. */
function extend({ data }: CampaignCommandOf<'extend'>, state: CampaignState): Facts {
  if (state.closedAt !== undefined) return refuse('CAMPAIGN_CLOSED', { params: { at: state.closedAt } });
  if (data.until <= state.until)
    return refuse('CAMPAIGN_ENDS_TOO_EARLY', { rule: 'R53', params: { until: data.until } });
  return ok([{ type: 'CampaignExtended', data }]);
}

function close({ data }: CampaignCommandOf<'close'>, state: CampaignState, { now }: CampaignContext): Facts {
  if (state.closedAt !== undefined) return refuse('CAMPAIGN_CLOSED', { params: { at: state.closedAt } });
  const { to } = windowOf(state);
  if (now >= to) return refuse('CAMPAIGN_CLOSED', { params: { at: to } });
  return ok([{ type: 'CampaignClosed', data: { at: now, reason: data.reason } }]);
}
