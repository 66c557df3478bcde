import type { LocalDate } from '#libs/domain/kernel';
import {
  type ClusterFact,
  type Clusters,
  type Standing,
  type UnitFact,
  type Units,
  evolveCluster,
  evolveUnit,
  standingsByAccount,
} from '#libs/domain/organization';
import { type EventStore, type Position, type RecordedEvent, START } from '#libs/engine/event-store';
import { recordedFact } from './aggregate-runner.js';

type StandingsByAccount = ReturnType<typeof standingsByAccount>;

/** All units and clusters as the log holds them. */
export interface OrganizationState {
  readonly units: Units;
  readonly clusters: Clusters;
}

const UNIT = 'unit-';
const CLUSTER = 'cluster-';
const PAGE = 500;

/**
 * The units and clusters of the log, folded in memory and brought up to date whenever somebody asks: a province has some
 * thousand facts of this kind, and a decision must not rest on a read model that lags.
 */
export class Organization {
  private state: OrganizationState = { units: new Map(), clusters: new Map() };
  private seen: Position = START;
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<OrganizationState> | undefined;
  private index:
    | { readonly units: Units; readonly date: LocalDate; readonly standings: StandingsByAccount }
    | undefined;

  constructor(private readonly store: EventStore) {}

  /** Everything that was in the log when it was asked. @throws EventStoreUnavailable */
  read(): Promise<OrganizationState> {
    // A reading under way may have passed the place of a fact recorded meanwhile, so nobody joins it; all who ask while it
    // is under way share the next one.
    return (this.next ??= this.running.then(() => {
      this.next = undefined;
      const now = this.catchUp();
      this.running = now.catch(() => undefined);
      return now;
    }));
  }

  /** Where an account stands on a day: every position it holds, may act in by a mandate, or answers for as the head. */
  async standingsOf(accountId: string, date: LocalDate): Promise<readonly Standing[]> {
    const { units } = await this.read();
    if (this.index?.units !== units || this.index.date !== date)
      this.index = { units, date, standings: standingsByAccount(units, date) };
    return this.index.standings.get(accountId) ?? [];
  }

  private async catchUp(): Promise<OrganizationState> {
    for (;;) {
      const { events, scannedTo } = await this.store.readAll({
        after: this.seen,
        filter: { streamPrefixes: [UNIT, CLUSTER] },
        limit: PAGE,
      });
      if (events.length > 0) this.state = fold(this.state, events);
      // Equal at the end of the log only.
      if (scannedTo === this.seen) return this.state;
      this.seen = scannedTo;
    }
  }
}

function fold(state: OrganizationState, events: readonly RecordedEvent[]): OrganizationState {
  const units = new Map(state.units);
  const clusters = new Map(state.clusters);
  for (const event of events) {
    if (event.stream.startsWith(UNIT)) {
      const id = event.stream.slice(UNIT.length);
      units.set(id, evolveUnit(units.get(id), recordedFact<UnitFact>(event)));
    } else {
      const id = event.stream.slice(CLUSTER.length);
      clusters.set(id, evolveCluster(clusters.get(id), recordedFact<ClusterFact>(event)));
    }
  }
  return { units, clusters };
}
