import { type Language, momentText } from '#libs/domain/kernel';
import type { CampaignEventType, RecordedCampaignFact } from './campaign.events.js';

/** What an event is called in the office, and what it means: the words of `docs/events.md`. */
export const campaignEventWords: Readonly<
  Record<CampaignEventType, { readonly term: string; readonly meaning: string }>
> = {
  CampaignOpened: {
    term: 'Mở đợt trình hồ sơ',
    meaning: 'A body takes dossiers from one moment until just before another (R53).',
  },
  CampaignExtended: { term: 'Gia hạn đợt', meaning: 'The campaign ends later than was said.' },
  CampaignClosed: { term: 'Đóng đợt', meaning: 'The campaign takes nothing more from this moment on.' },
};

/** One fact of a campaign as a line of its history. Names nobody. */
export function campaignSentence(fact: RecordedCampaignFact, language: Language): string {
  const vi = language === 'vi';
  switch (fact.type) {
    case 'CampaignOpened': {
      const { names, from, until } = fact.data;
      return vi
        ? `Mở đợt “${names.vi}” từ ${momentText(from)} đến trước ${momentText(until)}`
        : `Opened the campaign “${names.en}” from ${momentText(from)} until before ${momentText(until)}`;
    }
    case 'CampaignExtended': {
      const { until, reason } = fact.data;
      return vi
        ? `Gia hạn đợt đến trước ${momentText(until)}; lý do: ${reason}`
        : `Extended the campaign until before ${momentText(until)}; reason: ${reason}`;
    }
    default: {
      const { at, reason } = fact.data;
      return vi
        ? `Đóng đợt lúc ${momentText(at)}; lý do: ${reason}`
        : `Closed the campaign at ${momentText(at)}; reason: ${reason}`;
    }
  }
}
