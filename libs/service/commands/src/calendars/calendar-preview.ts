import {
  type CalendarCommand,
  calendarDecider,
  type CalendarState,
  type WorkingCalendar,
  workingCalendarOf,
} from '#libs/domain/calendar';
import { type ClockChange, clockChanges, type DossierState } from '#libs/domain/dossier';
import { type Actor, type Clock, type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Dossiers } from '../dossiers.js';
import type { OpenClocks } from './open-clocks.js';
import type { WorkingCalendars } from './working-calendars.js';

/** What a change of a calendar would do to one clock of a dossier. */
export interface PreviewedChange extends ClockChange {
  readonly dossierId: string;
  /** The version to which it is bound: a clock runs under no other. */
  readonly procedure: DossierState['procedure'];
}

/** What a change of a calendar would do, as things stand. */
export interface CalendarPreview {
  readonly calendarId: string;
  /** How many dossiers would change. */
  readonly dossiers: number;
  /** How many were looked at. */
  readonly looked: number;
  readonly changes: readonly PreviewedChange[];
}

/** Streams read at once. */
const AT_ONCE = 16;

/** Rehearses commands to calendars: which deadlines they would move or set, from when to when (R50). Writes nothing. */
export class CalendarPreviews {
  constructor(
    private readonly parts: {
      readonly calendars: WorkingCalendars;
      readonly clocks: OpenClocks;
      readonly dossiers: Pick<Dossiers, 'load'>;
      readonly clock: Clock;
    },
  ) {}

  /** Refuses as the command itself would. @throws EventStoreUnavailable */
  async of(calendarId: string, command: CalendarCommand, actor: Actor): Promise<Decision<CalendarPreview>> {
    const { calendars, clocks, dossiers, clock } = this.parts;
    const now = clock.now();
    const state = await calendars.state(calendarId);
    if (!state) return refuse('NOT_FOUND', { params: { what: calendarId } });
    const decided = calendarDecider.decide(command, state, { calendarId, actor, now });
    if (!decided.ok) return decided;
    let next: CalendarState = state;
    for (const fact of decided.value) {
      const context = { revision: next.revision + 1, recordedAt: now, effectiveAt: now, actor };
      next = calendarDecider.evolve(next, { ...fact, ...context }) ?? next;
    }
    const calendar = workingCalendarOf(next);
    const ids = await clocks.dossiers(calendarId);
    const changes: PreviewedChange[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const found = await Promise.all(some.map((dossierId) => changesOf(dossiers, dossierId, calendar, now)));
      changes.push(...found.flat());
    }
    const changed = new Set(changes.map(({ dossierId }) => dossierId));
    return ok({ calendarId, dossiers: changed.size, looked: ids.length, changes });
  }
}

async function changesOf(
  dossiers: Pick<Dossiers, 'load'>,
  dossierId: string,
  calendar: WorkingCalendar,
  now: string,
): Promise<readonly PreviewedChange[]> {
  const dossier = await dossiers.load(dossierId);
  if (!dossier) return [];
  const { procedure } = dossier;
  return clockChanges(dossier, calendar, now).map((change) => ({ dossierId, procedure, ...change }));
}
