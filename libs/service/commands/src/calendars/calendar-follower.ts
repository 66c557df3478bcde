import { type EventStore, START, type Subscription } from '#libs/engine/event-store';
import type { Logger } from '#libs/platform/observability';
import { calendarStream } from '../ids.js';
import type { CalendarWatch } from './calendar-watch.js';
import type { WorkingCalendars } from './working-calendars.js';

export interface CalendarFollowerOptions {
  readonly store: EventStore;
  readonly calendars: WorkingCalendars;
  readonly watch: CalendarWatch;
  readonly calendarId: string;
  readonly log: Logger;
  /** How often it is asked whether a year is missing. Default an hour. */
  readonly everyMs?: number;
}

/**
 * Keeps the calendars up to date for those who cannot wait for a reading (`WorkingCalendars.known`), and has it noted when a year
 * is missing. Several may run at once.
 */
export class CalendarFollower {
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: CalendarFollowerOptions) {}

  async start(): Promise<void> {
    const { store, calendars, calendarId, log, everyMs = 3_600_000 } = this.options;
    await this.look();
    this.subscription = store.subscribe(
      {
        after: START,
        filter: { streamPrefixes: [calendarStream('')] },
        onError: ({ during, attempt, retryInMs }) =>
          log.warn({ during, attempt, retryInMs }, 'the calendars are read again'),
      },
      async () => void (await calendars.read(calendarId)),
    );
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.subscription?.stop();
    this.subscription = undefined;
  }

  /** A log that is away is asked again an hour later. */
  private async look(): Promise<void> {
    const { watch, log } = this.options;
    await watch.lookOnce().catch((err: unknown) => log.warn({ err }, 'whether a year is missing is asked again'));
  }
}
