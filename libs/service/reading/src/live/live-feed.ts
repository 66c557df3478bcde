import { setTimeout as pause } from 'node:timers/promises';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { type EventBatch, type EventStore, type Position, START, type Subscription } from '#libs/engine/event-store';
import type { Projection, ProjectionProgress } from '#libs/engine/projections';
import { LiveClient } from './live-client.js';
import type { LiveListener } from './live-listener.js';
import type { Sights } from './sights.js';

const BATCH = 500;
const LOOK_FOR_MS = 2_000;
const AFTER_A_FAILURE_MS = 500;

/**
 * Tells many listeners what happens in the log. They share one subscription; who comes back reads on by himself from where
 * he left off until he has caught up with it, and is then told with the others: nothing is lost in between and nothing told twice.
 */
export class LiveFeed {
  readonly #clients = new Set<LiveClient>();
  #following: Promise<Subscription> | undefined;
  /** What the shared subscription has handed out. */
  #position: Position = START;
  #visible: Position = START;
  #wake: () => void = () => {};
  #closed = false;

  constructor(
    private readonly store: EventStore,
    private readonly sights: Sights,
    private readonly progress: ProjectionProgress,
    private readonly projections: readonly Projection[],
    private readonly onError: (error: unknown) => void,
  ) {}

  /** How many listen. */
  get listeners(): number {
    return this.#clients.size;
  }

  /**
   * Begins to tell, after a position or from now on. Refuses a position that the log has not reached with `MALFORMED_REQUEST`.
   * @throws EventStoreUnavailable
   */
  async join(listener: LiveListener, after: Position | undefined): Promise<Decision<LiveClient>> {
    if (this.#closed) return refuse('STORE_UNAVAILABLE');
    if (after !== undefined && !(await this.#isReached(after)))
      return refuse('MALFORMED_REQUEST', { params: { issues: 'after' } });
    await this.#follow();
    const { position: visible } = await this.progress.waitFor(this.projections, START, 0);
    const client = new LiveClient(listener, after ?? this.#position, (a, b) => this.store.comparePositions(a, b));
    this.#clients.add(client);
    listener.begin(client.position, visible);
    void this.#catchUp(client);
    this.#wake();
    return ok(client);
  }

  /** The listener has gone. */
  leave(client: LiveClient): void {
    client.closed = true;
    this.#clients.delete(client);
  }

  /** Ends every line; nobody joins any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#endAll();
    this.#wake();
    const following = await this.#following?.catch(() => undefined);
    await following?.stop();
    // Who joined while the subscription was being stopped.
    this.#endAll();
  }

  #endAll(): void {
    for (const client of this.#clients) this.#end(client);
  }

  #end(client: LiveClient): void {
    this.leave(client);
    client.listener.end();
  }

  async #isReached(position: Position): Promise<boolean> {
    try {
      return this.store.comparePositions(position, await this.store.head()) <= 0;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  /** The subscription begins with the first listener, at the end of the log, and is kept. */
  #follow(): Promise<Subscription> {
    this.#following ??= this.store
      .head()
      .then((head) => {
        this.#position = head;
        void this.#watchModels();
        return this.store.subscribe({ after: head, batchSize: BATCH, onError: this.onError }, (batch) =>
          this.#handle(batch),
        );
      })
      .catch((error: unknown) => {
        this.#following = undefined;
        throw error;
      });
    return this.#following;
  }

  async #handle({ events, scannedTo }: EventBatch): Promise<void> {
    const sightings = this.#clients.size > 0 ? await this.sights.of(events) : [];
    // From here on without a pause: who catches up in between is told by one of the two.
    for (const client of this.#clients) if (client.live) client.tell(sightings, scannedTo);
    this.#position = scannedTo;
    this.#wake();
  }

  async #catchUp(client: LiveClient): Promise<void> {
    let told = false;
    try {
      while (!client.closed) {
        const handedOut = this.#position;
        if (this.store.comparePositions(client.position, handedOut) >= 0) {
          client.live = true;
          // Readers may have seen all of it long ago; then nothing else would say so before the next fact.
          if (told && this.store.comparePositions(this.#visible, client.position) >= 0)
            client.listener.visible(this.#visible);
          return;
        }
        // At his own pace: one batch waits for him, not the whole log.
        await client.listener.roomy();
        const { events, scannedTo } = await this.store.readAll({ after: client.position, limit: BATCH });
        const sightings = await this.sights.of(events);
        // The end of the log: then all that the others were told before is read, too.
        told = client.tell(sightings, scannedTo === client.position ? handedOut : scannedTo) || told;
      }
    } catch (error) {
      // He comes back and goes on from the last that he was told.
      this.onError(error);
      this.#end(client);
    }
  }

  /** Tells from when on readers see what was told, as long as somebody listens. */
  async #watchModels(): Promise<void> {
    while (!this.#closed) {
      const target = this.#position;
      if (this.#clients.size === 0 || this.store.comparePositions(this.#visible, target) >= 0) {
        // Nothing is awaited between looking and waiting, so no wake-up is missed.
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      try {
        const { position } = await this.progress.waitFor(this.projections, target, LOOK_FOR_MS);
        if (this.store.comparePositions(position, this.#visible) <= 0) continue;
        this.#visible = position;
        for (const { listener, closed } of this.#clients) if (!closed) listener.visible(position);
      } catch (error) {
        this.onError(error);
        await pause(AFTER_A_FAILURE_MS);
      }
    }
  }
}
