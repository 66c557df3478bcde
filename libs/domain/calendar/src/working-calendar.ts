import type { LocalDate } from '#libs/domain/kernel';

/** How far a year's days can be trusted; the same marks as everywhere in the law data. */
export type Confidence = 'verified' | 'verified_in_repealed_text' | 'memory' | 'uncertain' | 'design';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** In the order of ISO 8601: Monday is day 1. */
export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export interface HalfDayOff {
  readonly date: LocalDate;
  readonly part: 'am' | 'pm';
}

/** A swap (*hoán đổi ngày làm việc*) somebody reported and nobody confirmed. Kept so that it is seen, never applied. */
export interface DoubtfulSwap {
  readonly off: LocalDate;
  readonly worked: LocalDate;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What makes a day differ from the plain week: a holiday, a day off in lieu of one, one side of a swap, anything else decided. */
export type DayKind = 'holiday' | 'in_lieu' | 'swap' | 'decision';

/** What some days of a year are called, and where that stands; without its own source, in the year's. */
export interface DayReason {
  readonly dates: readonly LocalDate[];
  readonly kind: DayKind;
  readonly names?: { readonly vi: string; readonly en: string };
  readonly source?: string;
  readonly confidence?: Confidence;
}

/**
 * Days of a year whose notice is still awaited (*đợi thông báo*), while the others are known: wide enough that whatever is
 * announced lies within them. No limit runs through them; what ends before or begins after them is counted.
 */
export interface AwaitedSpan {
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  /** What is awaited: `Tết Nguyên đán Đinh Mùi 2027`. */
  readonly names: { readonly vi: string; readonly en: string };
  /** Why these days. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** The days of one year that differ from the plain week, as published in that year's notices. */
export interface CalendarYear {
  readonly year: number;
  /** False while notices for the year are still awaited: no limit may then run through it, or through the days of `awaiting`. */
  readonly complete: boolean;
  /** The only days of a year not complete that are open. Absent where the whole year is (`CALENDAR_INCOMPLETE`). */
  readonly awaiting?: readonly AwaitedSpan[];
  /** Holidays, days off in lieu, days off by swap. Days of the weekend may stand here too, as notices list whole windows. */
  readonly off: readonly LocalDate[];
  /** Days of the weekend that are worked in exchange (*ngày làm bù*). */
  readonly worked: readonly LocalDate[];
  /** Shorten the day for half-day limits only: to a limit in days, such a day is a working day like any other (R51). */
  readonly halfDaysOff: readonly HalfDayOff[];
  readonly doubtful: readonly DoubtfulSwap[];
  /** What the days above are, for who asks why one was not counted. A day without a reason is off or worked all the same. */
  readonly reasons: readonly DayReason[];
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * When an office works (*lịch làm việc*). Data with its sources, never computed: the Prime Minister fixes Tết, the day
 * beside 2/9 and the swaps each year. All dates and hours are meant in Asia/Ho_Chi_Minh.
 *
 * A value: it is indexed once per object, so a changed calendar must be a new object with a new `version`.
 */
export interface WorkingCalendar {
  readonly id: string;
  readonly version: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly weekend: readonly Weekday[];
  /** Where the weekly pattern stands. */
  readonly week: { readonly source: string; readonly confidence: Confidence };
  readonly days: readonly CalendarYear[];
  readonly workingDay: {
    /** The hour at which every limit ends, `17:00`. */
    readonly ends: string;
    /** The hour that parts the half-days, `12:00`; it belongs to the afternoon. */
    readonly halvesPartAt: string;
    readonly source: string;
    readonly confidence: Confidence;
  };
}
