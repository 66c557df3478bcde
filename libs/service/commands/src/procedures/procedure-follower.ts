import { type EventStore, START, type Subscription } from '#libs/engine/event-store';
import type { Logger } from '#libs/platform/observability';
import { procedureStream } from '../ids.js';
import type { ExpiryWatch } from './expiry-watch.js';
import type { PublishedProcedures } from './published-procedures.js';

export interface ProcedureFollowerOptions {
  readonly store: EventStore;
  readonly procedures: PublishedProcedures;
  readonly log: Logger;
  /** Where this process also looks after versions that end soon. */
  readonly watch?: ExpiryWatch;
  /** How often it is asked whether one does. Default an hour. */
  readonly everyMs?: number;
}

/**
 * Keeps the law of this process up to date with what was published anywhere, for those who cannot wait for a reading (sentences,
 * reminders), and has it noted when a version ends soon. Several may run at once.
 */
export class ProcedureFollower {
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ProcedureFollowerOptions) {}

  async start(): Promise<void> {
    const { store, procedures, log, watch, everyMs = 3_600_000 } = this.options;
    this.subscription = store.subscribe(
      {
        after: START,
        filter: { streamPrefixes: [procedureStream('')] },
        onError: ({ during, attempt, retryInMs }) =>
          log.warn({ during, attempt, retryInMs }, 'the procedures are read again'),
      },
      async () => void (await procedures.read()),
    );
    if (!watch) return;
    await this.look(watch);
    this.timer = setInterval(() => void this.look(watch), everyMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.subscription?.stop();
    this.subscription = undefined;
  }

  /** A log that is away is asked again an hour later. */
  private async look(watch: ExpiryWatch): Promise<void> {
    const { log } = this.options;
    await watch.lookOnce().catch((err: unknown) => log.warn({ err }, 'whether a procedure ends soon is asked again'));
  }
}
