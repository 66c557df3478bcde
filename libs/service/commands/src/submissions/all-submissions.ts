import {
  evolveSubmission,
  type MaybeSubmission,
  type SubmissionFact,
  type SubmissionState,
} from '#libs/domain/submission';
import { type EventStore, type Position, START } from '#libs/engine/event-store';
import { recordedFact } from '../aggregate-runner.js';
import { submissionStream } from '../ids.js';

const PAGE = 200;

/**
 * All letters of the log. Some hundreds in a year, each of a few facts: they are folded in memory and brought up to date whenever
 * somebody asks, so that who has just sent one finds it.
 */
export class AllSubmissions {
  private known: ReadonlyMap<string, SubmissionState> = new Map();
  private seen: Position = START;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** As the log held them when it was asked. @throws EventStoreUnavailable */
  read(): Promise<readonly SubmissionState[]> {
    const read = this.running.then(() => this.catchUp());
    this.running = read.catch(() => undefined);
    return read;
  }

  private async catchUp(): Promise<readonly SubmissionState[]> {
    const filter = { streamPrefixes: [submissionStream('')] };
    for (;;) {
      const { events, scannedTo } = await this.store.readAll({ after: this.seen, filter, limit: PAGE });
      const known = new Map(this.known);
      for (const event of events) {
        const before: MaybeSubmission = known.get(event.stream);
        known.set(event.stream, evolveSubmission(before, recordedFact<SubmissionFact>(event)));
      }
      this.known = known;
      // Equal at the end of the log only.
      if (scannedTo === this.seen) return [...known.values()];
      this.seen = scannedTo;
    }
  }
}
