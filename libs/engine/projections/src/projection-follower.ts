import type { EventBatch, EventStore, SubscriptionFailure } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { setTimeout as delay } from 'node:timers/promises';
import { BatchApplier, type Parked } from './batch-applier.js';
import { type Checkpoint, Lease, LeaseLost } from './checkpoint.js';
import type { Projection } from './projection.js';

/** What a runner has to tell, for logs. Ids, codes and positions only. */
export type ProjectionReport = { readonly projection: string; readonly version: number } & (
  | { readonly kind: 'started'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'stopped' }
  /** Another runner took over; this one stands by. */
  | { readonly kind: 'leaseLost' }
  /** An event and those behind it in its stream wait for `retryDeadLetters`. */
  | ({ readonly kind: 'parked' } & Parked)
  /** A batch or the log could not be read or written; it is tried again. */
  | ({ readonly kind: 'retrying' } & SubscriptionFailure)
  /** The lease could not be asked for, renewed or given back. */
  | { readonly kind: 'leaseTrouble'; readonly cause: unknown }
);

type Told = ProjectionReport extends infer R ? (R extends unknown ? Omit<R, 'projection' | 'version'> : never) : never;

export interface FollowerOptions {
  readonly owner: string;
  readonly leaseMs: number;
  readonly batchSize: number;
  readonly report: (report: ProjectionReport) => void;
}

/**
 * The least time from one batch to the next while the log is nearly caught up with. A batch costs the same round trips for one
 * event as for a hundred; without a pause, several models that follow closely would leave writers and readers no processor.
 */
const GATHER_MS = 20;

/** How often a runner that stands by asks for the lease, at the latest. */
const STANDBY_MS = 250;

/** Runs one projection: waits for its lease, follows the log while it holds it, stands by again when it is lost. */
export class ProjectionFollower {
  readonly #stop = new AbortController();
  readonly #lease: Lease;
  readonly #applier: BatchApplier;
  #ended: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly options: FollowerOptions,
  ) {
    this.#lease = new Lease(projection, options.owner, options.leaseMs);
    this.#applier = new BatchApplier(database, projection, this.#lease);
  }

  start(): void {
    this.#ended ??= this.#run();
  }

  /** Finishes the batch under way and gives the lease back. Idempotent. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const checkpoint = await this.#guarded(async () => this.#lease.acquire(this.database));
      if (checkpoint) await this.#follow(checkpoint);
      // A runner that died is replaced soon after its lease has run out, one that stopped at once.
      else await sleep(Math.min(this.options.leaseMs / 10, STANDBY_MS), this.#stop.signal);
    }
  }

  async #follow(checkpoint: Checkpoint): Promise<void> {
    this.#tell({ kind: 'started', checkpoint });
    const lost = new AbortController();
    const over = AbortSignal.any([this.#stop.signal, lost.signal]);
    let current = checkpoint;
    const handle = async (batch: EventBatch): Promise<void> => {
      if (lost.signal.aborted) throw new LeaseLost();
      const begun = performance.now();
      try {
        const { to, parked } = await this.#applier.apply(current, batch);
        current = to;
        for (const one of parked) this.#tell({ kind: 'parked', ...one });
        const early = GATHER_MS - (performance.now() - begun);
        if (early > 0 && batch.events.length < this.options.batchSize) await sleep(early, over);
      } catch (error) {
        // Also after a commit whose answer was lost: the checkpoint has moved, and is read again with the lease.
        if (error instanceof LeaseLost) lost.abort();
        throw error;
      }
    };
    const subscription = this.store.subscribe(
      {
        after: checkpoint.position,
        batchSize: this.options.batchSize,
        onError: (failure) => {
          if (!lost.signal.aborted) this.#tell({ kind: 'retrying', ...failure });
        },
      },
      handle,
    );
    const renewing = this.#keepLease(over, lost);
    await aborted(over);
    await subscription.stop();
    await renewing;
    if (lost.signal.aborted) return this.#tell({ kind: 'leaseLost' });
    await this.#guarded(async () => this.#lease.release(this.database));
    this.#tell({ kind: 'stopped' });
  }

  async #keepLease(over: AbortSignal, lost: AbortController): Promise<void> {
    for (;;) {
      await sleep(this.options.leaseMs / 3, over);
      if (over.aborted) return;
      // A renewal that fails is no loss: whoever takes over changes the owner, and then the next batch is refused.
      const ours = await this.#guarded(async () => this.#lease.renew(this.database));
      if (ours === false) lost.abort();
    }
  }

  async #guarded<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (cause) {
      this.#tell({ kind: 'leaseTrouble', cause });
      return undefined;
    }
  }

  #tell(told: Told): void {
    const { name, version } = this.projection;
    this.options.report({ projection: name, version, ...told });
  }
}

const sleep = async (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => {});

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
