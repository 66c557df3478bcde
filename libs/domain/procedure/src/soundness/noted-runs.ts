import { firstMarking, type Marking, markingAfter } from '../flow/marking.js';
import type { WayOut } from '../flow/ways-out.js';
import type { FlowGraph } from './flow-graph.js';
import type { RunStep } from './soundness-fault.js';

/** One thing done on a run: a way that is taken, or an act that leaves the dossier where it is. */
export type Played = RunStep & { readonly way?: WayOut };

/** What is noted along a run, and when what is looked for has been met. */
export interface Noted<N> {
  readonly first: N;
  readonly after: (noted: N, played: Played) => N;
  /** Two moments with the same marking and the same key are alike. */
  readonly keyOf: (noted: N) => string;
  readonly isMet: (marking: Marking, noted: N) => boolean;
  /** The acts worth playing at a step beside the ways out of it. */
  readonly staying?: (step: string) => readonly string[];
}

interface Moment<N> {
  readonly marking: Marking;
  readonly noted: N;
  readonly before?: Moment<N>;
  readonly played?: RunStep;
}

/** So many moments are looked at; what takes a longer run than they reach is not found. */
const MOST_MOMENTS = 20_000;

/** The shortest run on which what is noted is met; whether it is certain that there is none, where none was found. */
export function runWhere<N>(
  graph: FlowGraph,
  { first, after, keyOf, isMet, staying }: Noted<N>,
): { readonly run?: readonly RunStep[]; readonly certain: boolean } {
  const { procedure } = graph;
  let toDo: Moment<N>[] = [{ marking: firstMarking(procedure), noted: first }];
  const seen = new Set<string>();
  while (toDo.length > 0) {
    if (seen.size >= MOST_MOMENTS) return { certain: false };
    const next: Moment<N>[] = [];
    for (const moment of toDo) {
      const { marking, noted } = moment;
      if (isMet(marking, noted)) return { run: told(moment), certain: true };
      const key = `${[...marking].sort().join(' ')}|${keyOf(noted)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const step of new Set(marking)) {
        for (const act of staying?.(step) ?? []) {
          const played = { step, act };
          next.push({ marking, noted: after(noted, played), before: moment, played });
        }
        for (const way of graph.out.get(step) ?? []) {
          const played = acted(step, way);
          next.push({
            marking: markingAfter(procedure, marking, step, way),
            noted: after(noted, { ...played, way }),
            before: moment,
            played,
          });
        }
      }
    }
    toDo = next;
  }
  return { certain: true };
}

/** A way that somebody takes, as a run tells it. */
export const acted = (step: string, { act, outcome }: WayOut): RunStep => ({
  step,
  act,
  ...(outcome === undefined ? {} : { outcome }),
});

function told<N>(last: Moment<N>): readonly RunStep[] {
  const run: RunStep[] = [];
  for (let at: Moment<N> | undefined = last; at?.played !== undefined; at = at.before) run.push(at.played);
  return run.toReversed();
}
