import type { Bilingual, Language } from '#libs/domain/kernel';
import { actName } from '#libs/domain/procedure';
import type { HeldRole } from '../events/work.events.js';
import { because } from './phrases.js';
import type { Sentences } from './sentence.js';

/** What each role's work is called. */
const workNames: Readonly<Record<HeldRole, Bilingual>> = {
  submitter: { vi: 'việc của đơn vị trình', en: 'the submitting unit’s work' },
  officer: { vi: 'việc thẩm định', en: 'the appraisal' },
  secretary: { vi: 'việc thư ký Hội đồng', en: 'the council secretary’s work' },
  clerk: { vi: 'việc văn thư', en: 'the clerk’s work' },
  authority: { vi: 'việc phê duyệt', en: 'the approval' },
};

interface Released {
  readonly reason?: string | undefined;
  readonly cause?: string | undefined;
}

function why({ reason, cause }: Released, language: Language): string {
  if (cause === undefined) return because(reason, language);
  return language === 'vi' ? ` do ${actName(cause, language)}` : `, because of: ${actName(cause, language)}`;
}

export const workSentences: Sentences<'DossierClaimed' | 'DossierAssigned' | 'DossierReleased'> = {
  DossierClaimed: {
    vi: ({ data }, names) =>
      `${names.actor(data.accountId)} (vị trí ${names.position(data.positionId)}) nhận ${workNames[data.role].vi}`,
    en: ({ data }, names) =>
      `${names.actor(data.accountId)} (position ${names.position(data.positionId)}) took ${workNames[data.role].en}`,
  },
  DossierAssigned: {
    vi: ({ data }, names) =>
      `${data.from ? 'Giao lại' : 'Phân công'} ${workNames[data.role].vi}${data.from ? ` từ ${names.actor(data.from.accountId)}` : ''} cho ${names.actor(data.accountId)} (vị trí ${names.position(data.positionId)})${because(data.reason, 'vi')}`,
    en: ({ data }, names) =>
      `${data.from ? 'Reassigned' : 'Assigned'} ${workNames[data.role].en}${data.from ? ` from ${names.actor(data.from.accountId)}` : ''} to ${names.actor(data.accountId)} (position ${names.position(data.positionId)})${because(data.reason, 'en')}`,
  },
  DossierReleased: {
    vi: ({ data }, names) => `${names.actor(data.accountId)} thôi giữ ${workNames[data.role].vi}${why(data, 'vi')}`,
    en: ({ data }, names) =>
      `${names.actor(data.accountId)} no longer holds ${workNames[data.role].en}${why(data, 'en')}`,
  },
};
