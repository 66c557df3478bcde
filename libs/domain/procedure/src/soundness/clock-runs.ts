import { isTriggered } from '../clock-trigger.js';
import { firstMarking, type Marking, markingAfter } from '../flow/marking.js';
import type { ClockRule } from '../language/clock.schema.js';
import { happeningOf } from './clock-starts.js';
import type { FlowGraph } from './flow-graph.js';
import type { RunStep } from './soundness-fault.js';

interface Moment {
  readonly marking: Marking;
  readonly running: boolean;
  readonly before?: Moment;
  readonly act?: RunStep;
}

/** So many moments are looked at; a fault whose run is longer than they reach is shown with the shortest run to its step. */
const MOST_MOMENTS = 20_000;

/** The shortest run on which a clock does not run when the dossier comes to a step. */
export function runWithoutClock(graph: FlowGraph, rule: ClockRule, step: string): readonly RunStep[] | undefined {
  const { procedure } = graph;
  let toDo: Moment[] = [{ marking: firstMarking(procedure), running: false }];
  const seen = new Set<string>();
  while (toDo.length > 0 && seen.size < MOST_MOMENTS) {
    const next: Moment[] = [];
    for (const moment of toDo) {
      const { marking, running } = moment;
      if (!running && marking.includes(step)) return told(moment);
      const key = `${[...marking].sort().join(' ')}|${running}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const place of new Set(marking)) {
        for (const way of graph.out.get(place) ?? []) {
          const happening = happeningOf(graph, place, way);
          const started = isTriggered(rule.startsOn, happening);
          next.push({
            marking: markingAfter(procedure, marking, place, way),
            running: started || (running && !isTriggered(rule.cancelledBy, happening)),
            before: moment,
            act: { step: place, act: way.act, ...(way.outcome === undefined ? {} : { outcome: way.outcome }) },
          });
        }
      }
    }
    toDo = next;
  }
  return undefined;
}

function told(last: Moment): readonly RunStep[] {
  const run: RunStep[] = [];
  for (let at: Moment | undefined = last; at?.act !== undefined; at = at.before) run.push(at.act);
  return run.toReversed();
}
