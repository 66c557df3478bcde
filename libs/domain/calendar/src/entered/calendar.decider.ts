import { type Actor, type Decider, type Decision, type Instant, type Role, ok, refuse } from '#libs/domain/kernel';
import { faultsOf } from '../calendar-faults.js';
import type { CalendarCommand, CalendarCommandOf } from './calendar.commands.js';
import type { CalendarFact } from './calendar.events.js';
import { type CalendarState, evolveCalendar, type MaybeCalendar, workingCalendarOf } from './calendar.state.js';

/** What a decision on a calendar needs besides its own past. */
export interface CalendarContext {
  /** The id in the stream's name. */
  readonly calendarId: string;
  readonly actor: Actor;
  readonly now: Instant;
}

type Facts = Decision<readonly CalendarFact[]>;

/**
 * A working calendar (lịch làm việc), streams `calendar-<id>`. Kept by operators (`POSITION_NOT_ALLOWED` for all others). What
 * would make it say two things of one day is refused with every fault (`CALENDAR_MALFORMED`, R49).
 */
export const calendarDecider: Decider<MaybeCalendar, CalendarCommand, CalendarFact, CalendarContext> = {
  initialState: undefined,
  decide(command, state, context): Facts {
    const keepers: readonly Role[] = command.type === 'note-missing-year' ? ['system'] : ['operator', 'system'];
    if (!keepers.some((role) => context.actor.roles.includes(role))) {
      return refuse('POSITION_NOT_ALLOWED', { params: { roles: keepers.slice(0, 1) } });
    }
    const decided = decideOn(command, state, context);
    return decided.ok ? checkSound(decided.value, state, context) : decided;
  },
  evolve: evolveCalendar,
};

function decideOn(command: CalendarCommand, state: MaybeCalendar, { calendarId }: CalendarContext): Facts {
  if (command.type === 'open') return open(command, state, calendarId);
  if (!state) return refuse('NOT_FOUND', { params: { what: calendarId } });
  switch (command.type) {
    case 'enter-notice':
      return enterNotice(command, state);
    case 'withdraw-notice':
      return withdrawNotice(command, state);
    case 'complete-year':
      return state.completeYears.has(command.data.year)
        ? yearComplete(command.data.year)
        : ok([{ type: 'CalendarYearCompleted', data: command.data }]);
    case 'reopen-year':
      return state.completeYears.has(command.data.year)
        ? ok([{ type: 'CalendarYearReopened', data: command.data }])
        : refuse('CALENDAR_INCOMPLETE', { rule: 'R49', params: { year: command.data.year } });
    default: {
      const { year } = command.data;
      if (state.completeYears.has(year)) return yearComplete(year);
      return ok(state.missingNoted.has(year) ? [] : [{ type: 'CalendarYearMissing', data: command.data }]);
    }
  }
}

const yearComplete = (year: number) => refuse('CALENDAR_YEAR_COMPLETE', { params: { year } });

function open({ data }: CalendarCommandOf<'open'>, state: MaybeCalendar, calendarId: string): Facts {
  if (state) return refuse('CALENDAR_EXISTS', { params: { calendar: calendarId } });
  if (data.calendarId !== calendarId) throw new Error('A calendar is opened in the stream of its own id.');
  return ok([{ type: 'CalendarOpened', data }]);
}

function enterNotice({ data }: CalendarCommandOf<'enter-notice'>, state: CalendarState): Facts {
  const { completesYear, ...notice } = data;
  const { noticeId, year } = notice;
  if (state.noticesUsed.has(noticeId)) return refuse('CALENDAR_NOTICE_EXISTS', { params: { notice: noticeId } });
  const completed: readonly CalendarFact[] =
    completesYear && !state.completeYears.has(year) ? [{ type: 'CalendarYearCompleted', data: { year } }] : [];
  return ok([{ type: 'CalendarNoticeEntered', data: notice }, ...completed]);
}

function withdrawNotice({ data }: CalendarCommandOf<'withdraw-notice'>, state: CalendarState): Facts {
  const { noticeId, reason, reopensYear } = data;
  const notice = state.notices.get(noticeId);
  if (!notice) return refuse('CALENDAR_NOTICE_UNKNOWN', { params: { notice: noticeId } });
  const reopened: readonly CalendarFact[] =
    reopensYear && state.completeYears.has(notice.year)
      ? [{ type: 'CalendarYearReopened', data: { year: notice.year, reason } }]
      : [];
  return ok([{ type: 'CalendarNoticeWithdrawn', data: { noticeId, reason } }, ...reopened]);
}

/** Whether the calendar that follows can be meant. */
function checkSound(facts: readonly CalendarFact[], state: MaybeCalendar, { actor, now }: CalendarContext): Facts {
  let next = state;
  for (const fact of facts) {
    const context = { revision: (next?.revision ?? -1) + 1, recordedAt: now, effectiveAt: now, actor };
    next = evolveCalendar(next, { ...fact, ...context });
  }
  const issues = next ? faultsOf(workingCalendarOf(next)) : [];
  return issues.length > 0 ? refuse('CALENDAR_MALFORMED', { rule: 'R49', params: { issues } }) : ok(facts);
}
