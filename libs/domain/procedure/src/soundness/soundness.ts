import { isActing, windowsOf } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { runWithoutClock } from './clock-runs.js';
import { canStartAt, ClockStarts } from './clock-starts.js';
import { deadEnds } from './dead-ends.js';
import { type FlowGraph, flowGraph } from './flow-graph.js';
import { fourEyesOf } from './four-eyes.js';
import { forkOf, type Nesting, nestingOf } from './nesting.js';
import { somebodyCanGoOn, voteWithoutRule } from './people-and-votes.js';
import { ShortestRuns } from './shortest-runs.js';
import type { SoundnessFault } from './soundness-fault.js';
import { wordsOf } from './soundness-words.js';
import { withoutResumption } from './standstill.js';

/**
 * Whether every dossier under a procedure can be brought to an end, whatever the office does on the way (architecture §6). Every
 * step is reachable; from every marking an end is; nothing is left over beside an end; joins meet the branches of their own fork;
 * votes have a quorum rule; each step can be left by somebody inside; what stands still can be resumed wherever it lies; four eyes leave somebody; what is done under a clock has
 * the clock running. Each fault shows the shortest run to it. Pure; it grows with the ways of the procedure, not with its markings.
 */
export function checkSoundness(procedure: ProcedureDocument): readonly SoundnessFault[] {
  const graph = flowGraph(procedure);
  const nesting = nestingOf(graph);
  const runs = new ShortestRuns(graph, (step) => branchOf(nesting, step));
  const broken = nesting.faults.map(({ code, from, to, path }): SoundnessFault => ({
    code,
    step: from,
    path,
    words: wordsOf(procedure, code, path, { step: to }),
    run: runs.runTo(from),
  }));
  // Where blocks overlap nothing else can be said of the way.
  return [
    ...(broken.length > 0 ? broken : wayFaults(graph, nesting, runs)),
    ...stepFaults(graph, runs),
    ...withoutResumption(procedure).map((step) => fault(procedure, 'NO_RESUMPTION', step, runs.runTo(step))),
    ...eyes(procedure),
  ];
}

function branchOf({ stacks }: Nesting, step: string): { readonly fork: string; readonly index: number } | undefined {
  const frame = stacks.get(step)?.at(-1);
  const fork = forkOf(frame);
  return frame === undefined || fork === undefined ? undefined : { fork, index: Number(frame.slice(fork.length + 1)) };
}

function wayFaults(graph: FlowGraph, nesting: Nesting, runs: ShortestRuns): SoundnessFault[] {
  const faults: SoundnessFault[] = Object.keys(graph.procedure.steps)
    .filter((step) => !runs.reaches(step) && !isSideEnd(graph.procedure, step))
    .map((step) => fault(graph.procedure, 'UNREACHABLE_STEP', step, []));
  const stuck = deadEnds(graph, nesting, runs).toSorted((one, other) => runs.actsTo(one) - runs.actsTo(other));
  // Forks and joins are only passed: what is stuck is what comes after them.
  const acting = stuck.filter((step) => !graph.forks.has(step) && !graph.joins.has(step));
  const dead = acting.length > 0 ? acting : stuck;
  // Of those that lie in one branch the first says enough.
  const branches = new Set<string>();
  for (const step of dead) {
    const branch = (nesting.stacks.get(step) ?? []).join(' ');
    if (branches.has(branch)) continue;
    branches.add(branch);
    faults.push(fault(graph.procedure, 'NO_WAY_TO_AN_END', step, runs.runTo(step)));
  }
  return [...faults, ...clockFaults(graph, nesting, runs)];
}

const fault = (
  procedure: ProcedureDocument,
  code: SoundnessFault['code'],
  step: string,
  run: SoundnessFault['run'],
  path = `steps.${step}`,
): SoundnessFault => ({ code, step, path, words: wordsOf(procedure, code, path, { step }), run });

/** A step to which an act beside the way leads: withdrawn. */
const isSideEnd = ({ sideActs, steps }: ProcedureDocument, step: string): boolean =>
  steps[step]?.kind === 'end' && Object.values(sideActs).some(({ to }) => to === step);

function clockFaults(graph: FlowGraph, nesting: Nesting, runs: ShortestRuns): SoundnessFault[] {
  const starts = new Map<string, ClockStarts>();
  return asked(graph.procedure).flatMap(({ step, clock, path, window }) => {
    const rule = graph.procedure.clocks[clock];
    if (!rule || !runs.reaches(step)) return [];
    const known = starts.get(clock) ?? new ClockStarts(graph, nesting, rule);
    starts.set(clock, known);
    if (!known.mayStandStillAt(step) || (window && canStartAt(graph, rule, step))) return [];
    const code = window ? 'WINDOW_NOT_STARTED' : 'CLOCK_NOT_STARTED';
    const run = runWithoutClock(graph, rule, step) ?? runs.runTo(step);
    return [{ code, step, path, words: wordsOf(graph.procedure, code, path, { step, clock }), run }];
  });
}

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

function stepFaults({ procedure }: FlowGraph, runs: ShortestRuns): SoundnessFault[] {
  return Object.keys(procedure.steps).flatMap((step) => {
    if (!runs.reaches(step)) return [];
    const faults: SoundnessFault[] = [];
    const vote = voteWithoutRule(procedure, step);
    if (vote) {
      const path = `steps.${step}.vote`;
      const words = wordsOf(procedure, 'VOTE_WITHOUT_RULE', path, { step, why: vote });
      faults.push({ code: 'VOTE_WITHOUT_RULE', step, path, words, run: runs.runTo(step) });
    }
    if (!somebodyCanGoOn(procedure, step))
      faults.push(fault(procedure, 'NOBODY_CAN_GO_ON', step, runs.runTo(step), `steps.${step}.roles`));
    return faults;
  });
}

function eyes(procedure: ProcedureDocument): SoundnessFault[] {
  const { persons, selfBarred } = fourEyesOf(procedure);
  const step = procedure.start;
  const itself = selfBarred.map(({ act, path }) => ({
    code: 'FOUR_EYES_LEAVE_NOBODY' as const,
    step: path.split('.')[1] ?? step,
    path,
    words: wordsOf(procedure, 'FOUR_EYES_LEAVE_NOBODY', path, { act }),
    run: [],
  }));
  const few = procedure.levels.flatMap(({ code, persons: there }, index) =>
    there === undefined || there >= persons ? [] : tooFew(`levels.${index}.persons`, { level: code, persons, there }),
  );
  return [...itself, ...few];

  function tooFew(path: string, about: { level: string; persons: number; there: number }): SoundnessFault[] {
    const words = wordsOf(procedure, 'FOUR_EYES_LEAVE_NOBODY', path, about);
    return [{ code: 'FOUR_EYES_LEAVE_NOBODY', step, path, words, run: [] }];
  }
}
