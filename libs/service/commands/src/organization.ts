import {
  type ClusterFact,
  type Clusters,
  type UnitFact,
  type Units,
  evolveCluster,
  evolveUnit,
} from '#libs/domain/organization';
import { type EventStore, type Position, type RecordedEvent, START } from '#libs/engine/event-store';
import { recordedFact } from './aggregate-runner.js';

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
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** Everything that was in the log when it was asked. @throws EventStoreUnavailable */
  read(): Promise<OrganizationState> {
    // A reading under way may have passed the place of a fact recorded meanwhile, so nobody shares another one's.
    const mine = this.turn.then(() => this.catchUp());
    this.turn = mine.catch(() => undefined);
    return mine;
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
