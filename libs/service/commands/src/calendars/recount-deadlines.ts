import { type DossierCommand, isClockEvent } from '#libs/domain/dossier';
import type { RecordedEvent } from '#libs/engine/event-store';
import { calendarStream, dossierStream } from '../ids.js';
import type { Reaction } from '../reaction-runner.js';
import type { OpenClocks } from './open-clocks.js';
import type { WorkingCalendars } from './working-calendars.js';

/** Gives commands because of an event, and answers the refusals. */
export type Tell = (
  name: string,
  event: RecordedEvent,
  commands: readonly (readonly [dossierId: string, command: DossierCommand])[],
) => ReturnType<Reaction['react']>;

const recount: DossierCommand = { type: 'settle-deadlines', data: {} };

/** Facts by which days are counted otherwise. The opening of a calendar and a year that is reopened move nothing. */
const CHANGES = ['CalendarNoticeEntered', 'CalendarNoticeWithdrawn', 'CalendarYearCompleted'] as const;

/** Facts that say by which calendar a clock was counted. */
const COUNTED = [
  'DeadlineSet',
  'DeadlineAwaited',
  'DeadlineResumed',
  'DeadlineRestarted',
  'DeadlineExtended',
  'DetachedDossierOpened',
] as const;

/**
 * What follows from a change of a calendar (R50): every dossier with an open clock is asked to count it again. A clock that was set
 * by the older version at the same moment may have been missed by that; so each clock is looked at when it was counted, and one
 * that was counted by another version than the calendar now has is counted again. Between the two no clock is lost: what was
 * recorded before the change is found by the first, what was recorded after it by the second.
 */
export function recountReactions(calendars: WorkingCalendars, clocks: OpenClocks, tell: Tell): readonly Reaction[] {
  return [
    ...CHANGES.map((type): Reaction => {
      const name = `recount-deadlines-${type}`;
      return {
        name,
        streamPrefix: calendarStream(''),
        type,
        react: async (event) => {
          const ids = await clocks.dossiers(event.stream.slice(calendarStream('').length));
          return tell(
            name,
            event,
            ids.map((id) => [id, recount] as const),
          );
        },
      };
    }),
    ...COUNTED.map((type): Reaction => {
      const name = `catch-up-deadlines-${type}`;
      return {
        name,
        streamPrefix: dossierStream(''),
        type,
        react: async (event) => {
          for (const { id, version } of calendarsOf(event)) {
            const now = await calendars.of(id);
            if (!now || now.version === version) continue;
            return tell(name, event, [[event.stream.slice(dossierStream('').length), recount]]);
          }
          return [];
        },
      };
    }),
  ];
}

interface CountedBy {
  readonly id: string;
  readonly version: string;
}

interface Counted {
  readonly calendar?: CountedBy;
}

/** By which calendars the clocks of a fact were counted. */
function calendarsOf({ type, data }: RecordedEvent): readonly CountedBy[] {
  const { deadlines = [], awaited = [] } = data as { deadlines?: readonly Counted[]; awaited?: readonly Counted[] };
  const counted = isClockEvent(type) ? [data as Counted] : [...deadlines, ...awaited];
  return counted.flatMap(({ calendar }) => (calendar ? [calendar] : []));
}
