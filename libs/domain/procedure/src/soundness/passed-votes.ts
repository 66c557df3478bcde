import { isActing, type WayOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { ClockStarts, type Followed } from './clock-starts.js';
import type { FlowGraph } from './flow-graph.js';
import type { Nesting } from './nesting.js';

/** The vote that a way asks to have been passed: an approval does, where the step says so. */
export function voteNeeded({ steps }: ProcedureDocument, name: string, { act }: WayOut): string | undefined {
  const step = steps[name];
  return act === 'approve' && step && isActing(step) && step.kind !== 'vote' ? step.needs?.passed : undefined;
}

/** What of a counted vote is on the way: it passed somebody, until another passes nobody, or a superior body judges anew. */
export const voteFollowed = ({ steps }: ProcedureDocument, vote: string): Followed => ({
  starts: ({ act, outcome = 'passed' }, name) => {
    const step = steps[name];
    return act === 'record-council-result' && outcome === 'passed' && step?.kind === 'vote' && step.vote === vote;
  },
  ends: ({ act, outcome }) => act === 'forward' || (act === 'record-council-result' && outcome === 'none_passed'),
});

/** Where a dossier comes with nominees whom a vote passed, and where it may come without. */
export class PassedVotes {
  readonly #known = new Map<string, ClockStarts>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly nesting: Nesting,
  ) {}

  mayBePassedAt(step: string, vote: string): boolean {
    return this.#of(vote).mayRunAt(step);
  }

  mayBeMissingAt(step: string, vote: string): boolean {
    return this.#of(vote).mayStandStillAt(step);
  }

  #of(vote: string): ClockStarts {
    const { graph, nesting } = this;
    const known = this.#known.get(vote) ?? new ClockStarts(graph, nesting, voteFollowed(graph.procedure, vote));
    this.#known.set(vote, known);
    return known;
  }
}
