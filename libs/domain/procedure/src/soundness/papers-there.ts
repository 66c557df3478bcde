import type { ProcedureDocument } from '../language/procedure.schema.js';
import { papersOfAct } from '../flow/papers-needed.js';
import { ClockStarts, type Followed } from './clock-starts.js';
import { followers } from './deeds.js';
import type { FlowGraph } from './flow-graph.js';
import type { Nesting } from './nesting.js';
import { canBeDone } from './who-acts.js';

const ATTACH = 'attach-document';

/**
 * What of a paper is on the way: it is there for certain once a receipt or a step has asked for it, until the dossier may be declared
 * secret, which seals what was there before (R9).
 */
export const paperFollowed = (procedure: ProcedureDocument, code: string): Followed => ({
  starts: ({ act, outcome, level }, name) =>
    papersOfAct(procedure, name, act, outcome).includes(code) ||
    (act === 'receive' && isReceived(procedure, code, level)),
  ends: ({ act }) => act === 'classify',
});

const isReceived = ({ documents }: ProcedureDocument, code: string, level: string): boolean =>
  documents.some((paper) => paper.code === code && !paper.optional && (paper.neededAt?.includes(level) ?? true));

/** Where papers can be attached, where a dossier comes after that, and where it may come without one. */
export class PapersThere {
  readonly #attaching: readonly string[];
  readonly #follows: ReturnType<typeof followers>;
  readonly #known = new Map<string, ClockStarts>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly nesting: Nesting,
  ) {
    const { procedure } = graph;
    this.#attaching = Object.keys(procedure.steps).filter((step) => canBeDone(procedure, step, ATTACH));
    this.#follows = followers(graph);
  }

  /** Whether somebody can attach a paper at a step. */
  canBeAttachedAt(step: string): boolean {
    return this.#attaching.includes(step);
  }

  /** Whether a paper can have been attached when a dossier lies at a step: there, on a way to it, or in another branch. */
  mayBeThereAt(step: string): boolean {
    return this.#attaching.some((at) => this.#follows({ step: at, act: ATTACH }, { step, act: ATTACH }));
  }

  /** Whether a dossier may come to a step without a paper that nobody can attach there any more. */
  mayBeMissingAt(step: string, code: string): boolean {
    if (this.canBeAttachedAt(step) || !this.mayBeThereAt(step)) return false;
    const { graph, nesting } = this;
    const known = this.#known.get(code) ?? new ClockStarts(graph, nesting, paperFollowed(graph.procedure, code));
    this.#known.set(code, known);
    return known.mayStandStillAt(step);
  }
}
