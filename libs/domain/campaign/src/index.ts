export * from './campaign.commands.js';
export * from './campaign.decider.js';
export * from './campaign.events.js';
export * from './campaign.sentences.js';
export { campaignStandings, checkEntry, standingAt, windowOf } from './campaign.state.js';
export type { CampaignStanding, CampaignState, Entry, MaybeCampaign } from './campaign.state.js';
