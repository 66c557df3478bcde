import { type Refusal, errorCatalogue } from '#libs/domain/kernel';
import { type EventStore, type RecordedEvent, START, type Subscription } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import type { Logger } from '#libs/platform/observability';

/** What the system does by itself because of a fact: commands whose ids are derived from the event's id. */
export interface Reaction {
  /** Part of the derived command ids and of the checkpoint's key: never renamed. */
  readonly name: string;
  readonly streamPrefix: string;
  readonly type: string;
  /** Issues the commands; answers the refusals, by the stream that refused. Done again after a crash, it changes nothing. */
  react(event: RecordedEvent): Promise<readonly { readonly stream: string; readonly refusal: Refusal }[]>;
}

/**
 * Follows the log and reacts. The checkpoint is written after the commands were obeyed, never before: a kill in between
 * means that they are sent once more, under the same ids, and the store knows them.
 */
export class ReactionRunner {
  private subscriptions: Subscription[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly reactions: readonly Reaction[],
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    for (const reaction of this.reactions) {
      this.subscriptions.push(
        this.store.subscribe(
          {
            after: await this.checkpoint(reaction),
            filter: { streamPrefixes: [reaction.streamPrefix], types: [reaction.type] },
            onError: ({ during, attempt, retryInMs }) =>
              this.log.warn({ reaction: reaction.name, during, attempt, retryInMs }, 'a reaction is tried again'),
          },
          async ({ events, scannedTo }) => {
            for (const event of events) await this.react(reaction, event);
            await this.advance(reaction, scannedTo);
          },
        ),
      );
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    this.subscriptions = [];
  }

  private async react(reaction: Reaction, event: RecordedEvent): Promise<void> {
    for (const { stream, refusal } of await reaction.react(event)) {
      // A store that is away comes back: the batch is tried again. A rule that says no will say it again: noted, and on.
      if (errorCatalogue[refusal.code].kind === 'unavailable') throw new Error(`${reaction.name}: ${refusal.code}`);
      this.log.error(
        {
          reaction: reaction.name,
          event: event.id,
          stream,
          code: refusal.code,
          correlationId: event.metadata['correlationId'],
        },
        'a reaction was refused',
      );
      await this.database.query(
        `insert into ops.reaction_failure (reaction, event_id, stream, code) values ($1, $2, $3, $4) on conflict do nothing`,
        [reaction.name, event.id, stream, refusal.code],
      );
    }
  }

  private async checkpoint(reaction: Reaction): Promise<string> {
    const { rows } = await this.database.query<{ position: string }>(
      'select position from ops.reaction where name = $1',
      [reaction.name],
    );
    return rows[0]?.position ?? START;
  }

  private async advance(reaction: Reaction, position: string): Promise<void> {
    await this.database.query(
      `insert into ops.reaction (name, position) values ($1, $2)
       on conflict (name) do update set position = excluded.position, updated_at = now()`,
      [reaction.name, position],
    );
  }
}
