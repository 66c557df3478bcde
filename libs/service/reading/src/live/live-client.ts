import type { EventStore, Position } from '#libs/engine/event-store';
import { readScopeOf } from '#libs/service/access';
import type { Change, LiveFacts, LiveListener } from './live-listener.js';
import type { LiveSubject, Sighting } from './sights.js';

/** A listener, and how far along the log he has been told. */
export class LiveClient {
  /** He has caught up: what comes now is told him as it comes. */
  live = false;
  closed = false;

  constructor(
    readonly listener: LiveListener,
    public position: Position,
    private readonly compare: EventStore['comparePositions'],
  ) {}

  /** Tells what of a piece of the log he may see and was not told yet, and answers whether there was any. Twice told, it is told once. */
  tell(sightings: readonly Sighting[], scannedTo: Position): boolean {
    if (this.closed || this.compare(scannedTo, this.position) <= 0) return false;
    const scope = readScopeOf(this.listener.actor);
    const told = sightings.filter(
      (sighting) => this.compare(sighting.position, this.position) > 0 && sighting.isSeenBy(scope),
    );
    this.position = scannedTo;
    if (told.length > 0) this.listener.facts(factsOf(told, scannedTo));
    return told.length > 0;
  }
}

const factsOf = (sightings: readonly Sighting[], position: Position): LiveFacts => ({
  position,
  dossiers: changesOf('dossier', sightings),
  decisions: changesOf('decision', sightings),
  units: changesOf('unit', sightings),
  clusters: changesOf('cluster', sightings),
});

function changesOf(subject: LiveSubject, sightings: readonly Sighting[]): Change[] {
  const types = new Map<string, Set<string>>();
  for (const sighting of sightings) {
    if (sighting.subject !== subject) continue;
    const known = types.get(sighting.id);
    if (known) known.add(sighting.type);
    else types.set(sighting.id, new Set([sighting.type]));
  }
  return [...types].map(([id, set]) => ({ id, types: [...set] }));
}
