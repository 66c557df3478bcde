import type { DossierFact } from '../dossier.events.js';
import { evolveDossier } from '../dossier.evolve.js';
import type { AwaitedClock, DeadlineState, DossierState } from '../dossier.state.js';

/** Clocks that still wait for something: running, standing still, or missed and not met since. */
export const openClocks = ({ deadlines }: Pick<DossierState, 'deadlines'>): DeadlineState[] =>
  [...deadlines.values()].filter(({ state }) => state === 'running' || state === 'paused' || state === 'missed');

/** The id of a clock's next turn, `appraise-2`. Counted from the ids, since a detached dossier has only part of them. */
export function nextTurn({ deadlines, awaited }: DossierState, clock: string): string {
  const turns = [...deadlines.values()].map(({ terms }) => terms);
  const taken = [...turns, ...awaited.values()]
    .filter((terms) => terms.clock === clock)
    .map(({ deadlineId }) => Number(deadlineId.slice(clock.length + 1)));
  return `${clock}-${Math.max(0, ...taken) + 1}`;
}

/** Facts in the making, and the dossier as they leave it: each next clock is judged after the one before. */
export class FactsOfAnAct {
  readonly facts: DossierFact[] = [];

  constructor(
    public dossier: DossierState,
    private readonly recorded: Omit<Parameters<typeof evolveDossier>[1], 'type' | 'data' | 'revision'>,
  ) {}

  /** Adds a fact. The revision it will have is guessed; nothing that a decision asks depends on it. */
  add(fact: DossierFact): void {
    this.facts.push(fact);
    const recorded = { ...this.recorded, ...fact, revision: this.dossier.revision + 1 };
    this.dossier = evolveDossier(this.dossier, recorded) ?? this.dossier;
  }

  get open(): DeadlineState[] {
    return openClocks(this.dossier);
  }

  get awaited(): AwaitedClock[] {
    return [...this.dossier.awaited.values()];
  }
}
