import {
  type CalendarCommand,
  type CalendarContext,
  type CalendarFact,
  calendarDecider,
  commandsToEnter,
  type MaybeCalendar,
} from '#libs/domain/calendar';
import { type Clock, type Decider, type Decision, ok } from '#libs/domain/kernel';
import { type EventStore, EventStoreUnavailable } from '#libs/engine/event-store';
import type { Logger } from '#libs/platform/observability';
import { systemActor } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { AggregateRunner } from '../aggregate-runner.js';
import { calendarStream, derivedId } from '../ids.js';
import { calendarAggregate } from './calendars.js';

/** Several commands on a calendar that is not there yet, decided one on the other. One that is there stays as it is. */
const wholeCalendarDecider: Decider<MaybeCalendar, readonly CalendarCommand[], CalendarFact, CalendarContext> = {
  initialState: calendarDecider.initialState,
  evolve: (state, fact) => calendarDecider.evolve(state, fact),
  decide(commands, state, context) {
    if (state) return ok([]);
    const facts: CalendarFact[] = [];
    let sofar: MaybeCalendar = state;
    for (const command of commands) {
      const decided = calendarDecider.decide(command, sofar, context);
      if (!decided.ok) return decided;
      for (const fact of decided.value) {
        const { now, actor } = context;
        sofar = calendarDecider.evolve(sofar, {
          ...fact,
          revision: facts.length,
          recordedAt: now,
          effectiveAt: now,
          actor,
        });
        facts.push(fact);
      }
    }
    return ok(facts);
  },
};

/**
 * Enters the calendar of the law's file where the log has none of its name: on a first start, once, in one append. Later changes
 * come by command, and what the file says then changes nothing. Answers why not. @throws EventStoreUnavailable
 */
export async function enterLawCalendar(store: EventStore, clock: Clock, { calendar }: Law): Promise<Decision<void>> {
  const stream = calendarStream(calendar.id);
  if ((await store.streamRevision(stream)) !== 'noStream') return ok(undefined);
  const runner = new AggregateRunner(store, { decider: wholeCalendarDecider, ...calendarAggregate });
  const commandId = derivedId('enter-law-calendar', calendar.id);
  const now = clock.now();
  const done = await runner.run({
    id: calendar.id,
    stream,
    command: [...commandsToEnter(calendar)],
    request: { actor: systemActor, commandId, fingerprint: 'enter-law-calendar', correlationId: commandId },
    now,
    effectiveAt: now,
    contextFor: async () => ok({ calendarId: calendar.id, actor: systemActor, now }),
  });
  return done.ok ? ok(undefined) : done;
}

/**
 * Enters it when a process starts. Nothing that goes wrong here stops the start: while the log holds no calendar the law's file
 * counts, and whoever starts next enters it.
 */
export async function enterCalendarAtStart({
  store,
  clock,
  law,
  log,
}: {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly law: Law;
  readonly log: Logger;
}): Promise<void> {
  try {
    const entered = await enterLawCalendar(store, clock, law);
    if (!entered.ok) log.warn({ code: entered.error.code }, 'the calendar of the law was not entered');
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    log.warn('the log is away: the calendar of the law is entered later');
  }
}
