import { isActing, windowsOf } from '../flow/ways-out.js';
import type { ClockRule } from '../language/clock.schema.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { runWithout } from './clock-runs.js';
import { canStartAt, clockFollowed, ClockStarts } from './clock-starts.js';
import type { FlowGraph } from './flow-graph.js';
import type { Nesting } from './nesting.js';
import type { ShortestRuns } from './shortest-runs.js';
import type { SoundnessFault } from './soundness-fault.js';
import { wordsOf } from './soundness-words.js';

/** The clocks that do not run where something is done under them, or waits for their end; and those whose end nobody knows. */
export function clockFaults(graph: FlowGraph, nesting: Nesting, runs: ShortestRuns): readonly SoundnessFault[] {
  const starts = new Map<string, ClockStarts>();
  return asked(graph.procedure).flatMap(({ step, clock, path, window }): SoundnessFault[] => {
    const rule = graph.procedure.clocks[clock];
    if (!rule || !runs.reaches(step)) return [];
    const known = starts.get(clock) ?? new ClockStarts(graph, nesting, clockFollowed(rule));
    starts.set(clock, known);
    if (window && isWithoutFigure(rule)) {
      const words = wordsOf(graph.procedure, 'WINDOW_NEVER_OVER', path, { step, clock });
      return [{ code: 'WINDOW_NEVER_OVER', step, path, words, run: runs.runTo(step) }];
    }
    if (!known.mayStandStillAt(step) || (window && canStartAt(graph, rule, step))) return [];
    const code = window ? 'WINDOW_NOT_STARTED' : 'CLOCK_NOT_STARTED';
    const run = runWithout(graph, clockFollowed(rule), step) ?? runs.runTo(step);
    return [{ code, step, path, words: wordsOf(graph.procedure, code, path, { step, clock }), run }];
  });
}

/** Nobody knows how long it is: it is never set, so that what waits for its end waits for ever. */
const isWithoutFigure = ({ limit, designDefault }: ClockRule): boolean =>
  'value' in limit && limit.value === 'unknown' && designDefault === undefined;

/** The clocks that steps and ways ask for. */
function asked({ steps }: ProcedureDocument) {
  return Object.entries(steps).flatMap(([step, document]) => {
    if (!isActing(document)) return [];
    const under = document.clocks.map((clock, index) => ({
      step,
      clock,
      path: `steps.${step}.clocks.${index}`,
      window: false,
    }));
    const windows = windowsOf(document).map(({ act, clock }) => ({
      step,
      clock,
      path: `steps.${step}.acts.${act}`,
      window: true,
    }));
    return [...under, ...windows];
  });
}
