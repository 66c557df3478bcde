import type { EventStore } from '#libs/engine/event-store';
import { type Filled, type Projection, rebuild, ShadowHeld } from '#libs/engine/projections';
import type { Config } from '#libs/platform/config';
import type { Logger } from '#libs/platform/observability';
import { openDatabase } from '#libs/platform/postgres';
import type { OnApplicationShutdown } from '@nestjs/common';

/** How a rebuild that was asked for here stands. */
export interface RebuildState {
  /** `elsewhere`: another process is at it. `failed`: its log lines say why; asked for again, it goes on where it stopped. */
  readonly state: 'running' | 'done' | 'failed' | 'elsewhere';
  /** Events of the log that are in the new tables, of how many. */
  readonly done: number;
  readonly total: number | null;
  readonly eventsPerSecond: number;
}

export interface RebuildsParts {
  readonly store: EventStore;
  readonly config: Pick<Config, 'databaseOwnerUrl'>;
  readonly databaseUrl: string;
  readonly log: Logger;
}

/**
 * Rebuilds of read models that operators ask this process for: beside the tables that serve, switched in one transaction. What is
 * under way ends with the process, and goes on where it stopped when it is asked for again.
 */
export class Rebuilds implements OnApplicationShutdown {
  private readonly states = new Map<string, RebuildState>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly stop = new AbortController();

  constructor(private readonly parts: RebuildsParts) {}

  /** Begins one, unless it runs already. */
  begin(projection: Projection): RebuildState {
    const { name } = projection;
    if (!this.running.has(name)) {
      this.note(name, 'running', undefined);
      this.running.set(
        name,
        this.run(projection).finally(() => this.running.delete(name)),
      );
    }
    return this.of(name) ?? { state: 'running', done: 0, total: null, eventsPerSecond: 0 };
  }

  of(name: string): RebuildState | undefined {
    return this.states.get(name);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await Promise.all(this.running.values());
  }

  private async run(projection: Projection): Promise<void> {
    const { store, config, databaseUrl, log } = this.parts;
    const { name } = projection;
    const owner = openDatabase({
      url: config.databaseOwnerUrl ?? databaseUrl,
      applicationName: 'vinhdanh rebuild',
      role: 'vinhdanh_owner',
      max: 3,
      statementTimeoutMs: 0,
      idleInTransactionTimeoutMs: 0,
    });
    try {
      const report = (filled: Filled) => this.note(name, 'running', filled);
      const rebuilt = await rebuild({ store, owner, projection, signal: this.stop.signal, report });
      this.note(name, rebuilt.state === 'switched' ? 'done' : 'failed', rebuilt.filled);
    } catch (err) {
      if (!(err instanceof ShadowHeld)) log.error({ err, projection: name }, 'a read model could not be rebuilt');
      this.note(name, err instanceof ShadowHeld ? 'elsewhere' : 'failed', undefined);
    } finally {
      await owner.close();
    }
  }

  private note(name: string, state: RebuildState['state'], filled: Filled | undefined): void {
    const { done = 0, total = null, eventsPerSecond = 0 } = filled ?? this.states.get(name) ?? {};
    const rate = Number.isFinite(eventsPerSecond) ? eventsPerSecond : 0;
    this.states.set(name, { state, done, total: total ?? null, eventsPerSecond: rate });
  }
}
