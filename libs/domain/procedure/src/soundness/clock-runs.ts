import { type Followed, happeningOf } from './clock-starts.js';
import type { FlowGraph } from './flow-graph.js';
import { runWhere } from './noted-runs.js';
import type { RunStep } from './soundness-fault.js';

/** The shortest run on which a clock, or what else is followed, does not run when the dossier comes to a step. */
export const runWithout = (graph: FlowGraph, followed: Followed, at: string): readonly RunStep[] | undefined =>
  runWhere<boolean>(graph, {
    first: false,
    after: (running, { step, way }) => {
      if (way === undefined) return running;
      const happening = happeningOf(graph, step, way);
      return followed.starts(happening, step) || (running && !followed.ends(happening, step));
    },
    keyOf: (running) => `${running}`,
    isMet: (marking, running) => !running && marking.includes(at),
  }).run;
