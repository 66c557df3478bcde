import type { CalendarYear, DayReason, WorkingCalendar } from '../working-calendar.js';
import { type CalendarFactOf, isCountingFact, type RecordedCalendarFact } from './calendar.events.js';

/** A notice (*thông báo*) in force. */
export type Notice = CalendarFactOf<'CalendarNoticeEntered'>['data'];

/** A calendar as its facts say it is. */
export interface CalendarState extends Omit<CalendarFactOf<'CalendarOpened'>['data'], 'calendarId'> {
  readonly id: string;
  readonly revision: number;
  /** Grows with each fact by which days are counted otherwise; what a deadline was counted by. */
  readonly version: number;
  /** Those in force, by their ids, in the order in which they were entered. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** Ids that were ever used: none is used twice. */
  readonly noticesUsed: ReadonlySet<string>;
  readonly completeYears: ReadonlySet<number>;
  /** Years that were noted as missing. */
  readonly missingNoted: ReadonlySet<number>;
}

/** Before its first fact a calendar does not exist. */
export type MaybeCalendar = CalendarState | undefined;

/** Folds one fact. Throws when the first one opens nothing: such a stream was not written by `decide`. */
export function evolveCalendar(state: MaybeCalendar, fact: RecordedCalendarFact): CalendarState {
  const { revision } = fact;
  if (fact.type === 'CalendarOpened') {
    const { calendarId: id, ...opened } = fact.data;
    const nothing = {
      noticesUsed: new Set<string>(),
      completeYears: new Set<number>(),
      missingNoted: new Set<number>(),
    };
    return { id, revision, version: 1, ...opened, notices: new Map(), ...nothing };
  }
  if (!state) throw new Error(`A calendar cannot begin with ${fact.type}.`);
  const version = state.version + (isCountingFact(fact.type) ? 1 : 0);
  return { ...state, revision, version, ...changeOf(state, fact) };
}

function changeOf(
  state: CalendarState,
  fact: Exclude<RecordedCalendarFact, { readonly type: 'CalendarOpened' }>,
): Partial<CalendarState> {
  switch (fact.type) {
    case 'CalendarNoticeEntered':
      return {
        notices: new Map(state.notices).set(fact.data.noticeId, fact.data),
        noticesUsed: new Set(state.noticesUsed).add(fact.data.noticeId),
      };
    case 'CalendarNoticeWithdrawn':
      return { notices: new Map([...state.notices].filter(([id]) => id !== fact.data.noticeId)) };
    case 'CalendarYearCompleted':
      return {
        completeYears: new Set(state.completeYears).add(fact.data.year),
        notices: answered(state.notices, fact.data.year),
      };
    case 'CalendarYearReopened':
      return { completeYears: new Set([...state.completeYears].filter((year) => year !== fact.data.year)) };
    case 'CalendarYearMissing':
      return { missingNoted: new Set(state.missingNoted).add(fact.data.year) };
    // A fact of a later program.
    default:
      return {};
  }
}

/** With the year complete nothing that its notices left open is awaited any more; reopened, it is open as a whole. */
const answered = (notices: CalendarState['notices'], year: number): CalendarState['notices'] =>
  new Map(
    [...notices].map(([id, { awaiting, ...notice }]) => [
      id,
      awaiting === undefined || notice.year === year ? notice : { ...notice, awaiting },
    ]),
  );

/** What a year still waits for: as the last notice in force says that says anything of it. */
export function awaitingOf(complete: boolean, notices: readonly Notice[]): Pick<CalendarYear, 'awaiting'> {
  const awaiting = complete ? undefined : notices.findLast((notice) => notice.awaiting !== undefined)?.awaiting;
  return awaiting ? { awaiting } : {};
}

/** The calendar to count with. */
export function workingCalendarOf(state: CalendarState): WorkingCalendar {
  const { id, version, names, weekend, week, workingDay, completeYears } = state;
  const notices = [...state.notices.values()];
  const years = [...new Set([...notices.map(({ year }) => year), ...completeYears])].sort((one, other) => one - other);
  return {
    id,
    version: String(version),
    names,
    weekend,
    week,
    workingDay,
    days: years.map((year) =>
      yearOf(
        year,
        completeYears.has(year),
        notices.filter((notice) => notice.year === year),
      ),
    ),
  };
}

function yearOf(year: number, complete: boolean, notices: readonly Notice[]): CalendarYear {
  const days = notices.flatMap((notice) => notice.days.map((day) => ({ ...day, notice })));
  const datesWith = (wanted: (typeof days)[number]['effect']) =>
    days.filter(({ effect }) => effect === wanted).map(({ date }) => date);
  const [first] = notices;
  return {
    year,
    complete,
    ...awaitingOf(complete, notices),
    off: datesWith('off'),
    worked: datesWith('worked'),
    halfDaysOff: [
      ...datesWith('am_off').map((date) => ({ date, part: 'am' as const })),
      ...datesWith('pm_off').map((date) => ({ date, part: 'pm' as const })),
    ],
    doubtful: notices.flatMap(({ doubtful }) => doubtful),
    reasons: days.map(({ date, kind, names, notice: { source, confidence } }): DayReason => ({
      dates: [date],
      kind,
      ...(names ? { names } : {}),
      source,
      confidence,
    })),
    source: notices.map(({ source }) => source).join('; '),
    confidence: first?.confidence ?? 'design',
  };
}
