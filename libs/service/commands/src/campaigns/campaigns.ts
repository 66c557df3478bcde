import {
  type CampaignCommand,
  type CampaignContext,
  campaignDecider,
  campaignEvents,
  type CampaignFact,
  type CampaignState,
  type MaybeCampaign,
} from '#libs/domain/campaign';
import { type Clock, type Decision, ok } from '#libs/domain/kernel';
import { type EventStore, type Position, START } from '#libs/engine/event-store';
import { AggregateRunner, recordedFact } from '../aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import { campaignStream } from '../ids.js';

const PAGE = 200;

/**
 * The campaigns of the log: one is decided about by its own stream. Few as they are, all of them are folded in memory and brought
 * up to date whenever somebody asks, so that who submits never goes by a view that lags.
 */
export class Campaigns {
  private readonly runner: AggregateRunner<MaybeCampaign, CampaignCommand, CampaignFact, CampaignContext>;
  private known: ReadonlyMap<string, CampaignState> = new Map();
  private seen: Position = START;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {
    this.runner = new AggregateRunner(store, {
      decider: campaignDecider,
      schemaVersions: campaignEvents,
      isNoise: () => false,
      // Everybody may know when a body takes dossiers.
      sightOf: () => undefined,
      pinOf: () => undefined,
    });
  }

  async load(campaignId: string): Promise<MaybeCampaign> {
    return (await this.runner.load(campaignStream(campaignId))).state;
  }

  execute(campaignId: string, command: CampaignCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    return this.runner.run({
      id: campaignId,
      stream: campaignStream(campaignId),
      command,
      request,
      now,
      effectiveAt: now,
      contextFor: async (_state, times) => ok({ campaignId, actor: request.actor, now: times.now }),
    });
  }

  /** All campaigns, as the log held them when it was asked. @throws EventStoreUnavailable */
  all(): Promise<readonly CampaignState[]> {
    const read = this.running.then(() => this.catchUp());
    this.running = read.catch(() => undefined);
    return read;
  }

  private async catchUp(): Promise<readonly CampaignState[]> {
    for (;;) {
      const filter = { streamPrefixes: [campaignStream('')] };
      const { events, scannedTo } = await this.store.readAll({ after: this.seen, filter, limit: PAGE });
      const known = new Map(this.known);
      for (const event of events)
        known.set(event.stream, campaignDecider.evolve(known.get(event.stream), recordedFact<CampaignFact>(event))!);
      this.known = known;
      // Equal at the end of the log only.
      if (scannedTo === this.seen) return [...known.values()];
      this.seen = scannedTo;
    }
  }
}
