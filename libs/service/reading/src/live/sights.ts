import { type DossierFact, type DossierState, evolveDossier } from '#libs/domain/dossier';
import type { Position, RecordedEvent } from '#libs/engine/event-store';
import { type ReadScope, covers, sightOfDecision } from '#libs/service/access';
import { type Decisions, type Dossiers, recordedFact } from '#libs/service/commands';

/** What a fact is about. */
export type LiveSubject = 'dossier' | 'decision' | 'unit' | 'cluster';

/** That something was recorded, and who may learn of it. Holds nothing of what it says. */
export interface Sighting {
  readonly position: Position;
  readonly subject: LiveSubject;
  readonly id: string;
  readonly type: string;
  /** Asked with the reader's scope; `undefined` for one who reads no dossiers. */
  isSeenBy(scope: ReadScope | undefined): boolean;
}

const subjects: readonly LiveSubject[] = ['dossier', 'decision', 'unit', 'cluster'];

/** So many dossiers and decisions are remembered, without their nominees and papers. */
const REMEMBERED = 2_000;

/** Who may see which dossier is asked of the dossier as its facts, up to this one, say it is: no read model lags behind here. */
export class Sights {
  readonly #dossiers = new Map<string, DossierState>();
  readonly #bodies = new Map<string, string>();

  constructor(
    private readonly dossiers: Pick<Dossiers, 'load'>,
    private readonly decisions: Pick<Decisions, 'load'>,
  ) {}

  /** In the order of the log; what is about none of the subjects is left out. @throws EventStoreUnavailable */
  async of(events: readonly RecordedEvent[]): Promise<readonly Sighting[]> {
    const sightings: Sighting[] = [];
    for (const event of events) {
      const subject = subjects.find((each) => event.stream.startsWith(`${each}-`));
      if (!subject) continue;
      const id = event.stream.slice(subject.length + 1);
      const isSeenBy = await this.#whoSees(subject, id, event);
      sightings.push({ position: event.position, subject, id, type: event.type, isSeenBy });
    }
    return sightings;
  }

  async #whoSees(subject: LiveSubject, id: string, event: RecordedEvent): Promise<Sighting['isSeenBy']> {
    // Units and clusters are everybody's to know who is signed in.
    if (subject === 'unit' || subject === 'cluster') return () => true;
    if (subject === 'dossier') {
      const dossier = await this.#dossierAt(id, event);
      return (scope) => dossier !== undefined && scope !== undefined && covers(scope, dossier);
    }
    const bodyId = await this.#bodyOf(id);
    // A decision names recipients of several units: it is for the body that decides, and for auditors.
    return (scope) => bodyId !== undefined && scope !== undefined && covers(scope, sightOfDecision({ bodyId }));
  }

  /** As of this fact, or of a later one: who has lost sight of it meanwhile is not told of what was before. */
  async #dossierAt(id: string, event: RecordedEvent): Promise<DossierState | undefined> {
    const known = this.#dossiers.get(id);
    if (known && known.revision >= event.revision) return known;
    const next =
      known?.revision === event.revision - 1
        ? evolveDossier(known, recordedFact<DossierFact>(event))
        : await this.dossiers.load(id);
    if (next) remember(this.#dossiers, id, { ...next, nominees: new Map(), documents: [], deadlines: new Map() });
    return next;
  }

  async #bodyOf(id: string): Promise<string | undefined> {
    const known = this.#bodies.get(id);
    if (known !== undefined) return known;
    const decision = await this.decisions.load(id);
    if (decision) remember(this.#bodies, id, decision.bodyId);
    return decision?.bodyId;
  }
}

/** The one that was asked for longest ago is forgotten first. */
function remember<Value>(map: Map<string, Value>, id: string, value: Value): void {
  map.delete(id);
  map.set(id, value);
  const oldest = map.size > REMEMBERED ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
}
