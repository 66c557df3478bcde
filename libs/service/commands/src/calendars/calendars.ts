import {
  type CalendarCommand,
  type CalendarContext,
  type CalendarFact,
  calendarDecider,
  calendarEvents,
  type MaybeCalendar,
} from '#libs/domain/calendar';
import { type Clock, type Decision, ok } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { AggregateRunner } from '../aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import { calendarStream } from '../ids.js';

/** How facts of calendars are kept. */
export const calendarAggregate = {
  schemaVersions: calendarEvents,
  isNoise: (type: string) => type === 'CalendarYearMissing',
  pinOf: () => undefined,
  sightOf: () => undefined,
} as const;

/** Commands to the calendars of the log. */
export class Calendars {
  private readonly runner: AggregateRunner<MaybeCalendar, CalendarCommand, CalendarFact, CalendarContext>;

  constructor(
    store: EventStore,
    private readonly clock: Clock,
  ) {
    this.runner = new AggregateRunner(store, { decider: calendarDecider, ...calendarAggregate });
  }

  /** Carries out a command on a calendar. It holds from now on: `effectiveAt` of the request is not read. */
  execute(calendarId: string, command: CalendarCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    return this.runner.run({
      id: calendarId,
      stream: calendarStream(calendarId),
      command,
      request,
      now,
      effectiveAt: now,
      contextFor: async () => ok({ calendarId, actor: request.actor, now }),
    });
  }
}
