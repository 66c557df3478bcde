import { type Fact, type Recorded, id, instant, label, names } from '#libs/domain/kernel';
import { z } from 'zod';

const awardCode = () => z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);

/** Mở đợt trình hồ sơ: a body takes dossiers in a half-open time, from its first moment until just before its last (R53). */
const campaignOpened = z.strictObject({
  campaignId: id(),
  /** The body that takes them. */
  bodyId: id(),
  names: names(),
  from: instant(),
  until: instant(),
  /** Codes of awards for which it is; without it, for each. */
  awards: z.array(awardCode()).min(1).max(50).optional(),
});

/** Gia hạn đợt: it ends later than was said. */
const campaignExtended = z.strictObject({ until: instant(), reason: label(500) });

/** Đóng đợt: it takes nothing more from this moment on, earlier than was said. */
const campaignClosed = z.strictObject({ at: instant(), reason: label(500) });

/** Every fact of a campaign, streams `campaign-<id>`. */
export const campaignEvents = {
  CampaignOpened: { schemaVersion: 1, schema: campaignOpened },
  CampaignExtended: { schemaVersion: 1, schema: campaignExtended },
  CampaignClosed: { schemaVersion: 1, schema: campaignClosed },
} as const;

export type CampaignEventType = keyof typeof campaignEvents;
export type CampaignFactOf<T extends CampaignEventType> = Fact<T, z.infer<(typeof campaignEvents)[T]['schema']>>;
export type CampaignFact = { [T in CampaignEventType]: CampaignFactOf<T> }[CampaignEventType];
export type RecordedCampaignFact = Recorded<CampaignFact>;
