import { type Bilingual, type Language, shortId } from '#libs/domain/kernel';
import type { RecordedReservationFact, ReleaseCause, Reservable, ReservationEventType } from './reservation.events.js';

/** What an event is called in the office, and what it means: the words of `docs/events.md`. */
export const reservationEventWords: Readonly<
  Record<ReservationEventType, { readonly term: string; readonly meaning: string }>
> = {
  ReservationTaken: {
    term: 'Giữ chỗ thành tích, sáng kiến',
    meaning:
      'A receipt took an achievement (R15) or an initiative (R16) for a nominee, or a restoration took it again (R55): no other may use it.',
  },
  ReservationReleased: {
    term: 'Thôi giữ chỗ',
    meaning:
      'Whoever had it will not be awarded by it: rejected, withdrawn, refused, proposed for another award or cancelled. It is free again.',
  },
};

const whats: Readonly<Record<Reservable, Bilingual>> = {
  achievement: { vi: 'thành tích', en: 'achievement' },
  initiative: { vi: 'sáng kiến', en: 'initiative' },
};

const causes: Readonly<Record<ReleaseCause, Bilingual>> = {
  dossier_ended: { vi: 'hồ sơ đã kết thúc, không khen', en: 'the dossier ended without the award' },
  nominee_refused: { vi: 'đối tượng không được phê duyệt', en: 'the nominee was refused' },
  nominee_escalated: {
    vi: 'đối tượng được trình cấp trên khen thưởng',
    en: 'the nominee is proposed for another award',
  },
  award_cancelled: { vi: 'khen thưởng đã bị hủy', en: 'the award was cancelled' },
};

/** One fact as a line for people. Names nobody. */
export function reservationSentence({ type, data }: RecordedReservationFact, language: Language): string {
  const what = `${whats[data.what][language]} ${data.id}`;
  const whom = `${data.nomineeId} (${language === 'vi' ? 'hồ sơ' : 'dossier'} ${shortId(data.dossierId)})`;
  if (type === 'ReservationReleased') {
    const because = causes[data.because][language];
    return language === 'vi' ? `Thôi giữ ${what} của ${whom}: ${because}` : `Released ${what} of ${whom}: ${because}`;
  }
  const again =
    data.despiteCancellation === undefined
      ? ''
      : { vi: ' (để phục hồi danh hiệu đã hủy)', en: ' (to restore the cancelled award)' }[language];
  const share = data.share === undefined ? '' : language === 'vi' ? `, phần ${data.share}` : `, share ${data.share}`;
  return language === 'vi'
    ? `Giữ ${what}${share} cho ${whom}, ${data.award}${again}`
    : `Reserved ${what}${share} for ${whom}, ${data.award}${again}`;
}
