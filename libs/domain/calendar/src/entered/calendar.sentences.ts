import { type Bilingual, type Language, type LocalDate, type Recorded, dayText } from '#libs/domain/kernel';
import { spanText } from '../explain-due.sentences.js';
import type { AwaitedSpan } from '../working-calendar.js';
import type { CalendarEventType, CalendarFactOf, RecordedCalendarFact } from './calendar.events.js';

type SentencesOf<T extends CalendarEventType> = Readonly<
  Record<Language, (fact: Recorded<CalendarFactOf<T>>) => string>
>;

type NoticeDay = CalendarFactOf<'CalendarNoticeEntered'>['data']['days'][number];

const effects: Readonly<Record<NoticeDay['effect'], Bilingual>> = {
  off: { vi: 'nghỉ', en: 'off' },
  worked: { vi: 'làm bù', en: 'worked' },
  am_off: { vi: 'nghỉ buổi sáng', en: 'mornings off' },
  pm_off: { vi: 'nghỉ buổi chiều', en: 'afternoons off' },
};

/** Days that a sentence spells out before it only counts them. */
const SPELT_OUT = 6;

/** `nghỉ 01/01/2027, 05/02/2027; làm bù 13/02/2027`. */
function daysText(days: readonly NoticeDay[], language: Language): string {
  return (Object.keys(effects) as NoticeDay['effect'][])
    .flatMap((effect) => {
      const dates: LocalDate[] = days.filter((day) => day.effect === effect).map(({ date }) => date);
      const more = dates.length > SPELT_OUT ? ` … (${dates.length})` : '';
      const spelt = dates.slice(0, SPELT_OUT).map(dayText).join(', ');
      return dates.length > 0 ? [`${effects[effect][language]} ${spelt}${more}`] : [];
    })
    .join('; ');
}

/** `; còn chờ: Tết Nguyên đán (30/01/2027–21/02/2027)`. */
function openText(awaiting: readonly AwaitedSpan[] | undefined, language: Language): string {
  if (!awaiting) return '';
  const spans = awaiting.map((span) => spanText(span, language)).join(', ');
  return { vi: `; còn chờ: ${spans}`, en: `; still awaited: ${spans}` }[language];
}

/** Total by its type: an event without both sentences does not compile. */
const sentences: { readonly [T in CalendarEventType]: SentencesOf<T> } = {
  CalendarOpened: {
    vi: ({ data }) => `Mở ${data.names.vi} (theo ${data.week.source})`,
    en: ({ data }) => `Opened the ${data.names.en} (by ${data.week.source})`,
  },
  CalendarNoticeEntered: {
    vi: ({ data }) =>
      `Nhập thông báo ${data.noticeId} cho năm ${data.year}: ${daysText(data.days, 'vi')} (theo ${data.source})${openText(data.awaiting, 'vi')}`,
    en: ({ data }) =>
      `Entered the notice ${data.noticeId} for ${data.year}: ${daysText(data.days, 'en')} (by ${data.source})${openText(data.awaiting, 'en')}`,
  },
  CalendarNoticeWithdrawn: {
    vi: ({ data }) => `Rút thông báo ${data.noticeId}; lý do: ${data.reason}`,
    en: ({ data }) => `Withdrew the notice ${data.noticeId}; reason: ${data.reason}`,
  },
  CalendarYearCompleted: {
    vi: ({ data }) => `Lịch làm việc năm ${data.year} đã đủ`,
    en: ({ data }) => `The working calendar of ${data.year} is complete`,
  },
  CalendarYearReopened: {
    vi: ({ data }) => `Lịch làm việc năm ${data.year} chưa đủ nữa; lý do: ${data.reason}`,
    en: ({ data }) => `The working calendar of ${data.year} is open again; reason: ${data.reason}`,
  },
  CalendarYearMissing: {
    vi: ({ data }) => `Đến ${dayText(data.on)} lịch làm việc năm ${data.year} vẫn chưa đủ`,
    en: ({ data }) => `On ${dayText(data.on)} the working calendar of ${data.year} was still not complete`,
  },
};

/** One fact of a calendar as a line of its history. Names nobody. */
export function calendarSentence(fact: RecordedCalendarFact, language: Language): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedCalendarFact) => string;
  return say(fact);
}
