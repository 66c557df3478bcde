import type { Bilingual } from './office-words.js';

/** What the states are called in which something stands that an act asks for: decisions, and messages on their way. */
export const stateNames: Readonly<Record<string, Bilingual>> = {
  drafted: { vi: 'còn là dự thảo', en: 'a draft' },
  issued: { vi: 'đã ban hành', en: 'issued' },
  given_up: { vi: 'đã bỏ', en: 'given up' },
  queued: { vi: 'đang chờ gửi', en: 'waiting to be sent' },
  held: { vi: 'đang được giữ lại', en: 'held back' },
  suppressed: { vi: 'không gửi', en: 'not sent' },
  sent: { vi: 'đã gửi', en: 'sent' },
  failed_temporary: { vi: 'sẽ được gửi lại', en: 'tried again later' },
  bounced: { vi: 'bị trả lại', en: 'bounced' },
  dead: { vi: 'đã thôi gửi', en: 'given up' },
};
