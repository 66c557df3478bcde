import { clockFaults } from './clock-faults.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { runWithout } from './clock-runs.js';
import { deadEnds } from './dead-ends.js';
import { type FlowGraph, flowGraph } from './flow-graph.js';
import { fourEyesFaults } from './four-eyes-faults.js';
import { forkOf, type Nesting, nestingOf } from './nesting.js';
import { PapersThere, paperFollowed } from './papers-there.js';
import { PassedVotes, voteFollowed } from './passed-votes.js';
import { somebodyCanGoOn, voteWithoutRule } from './people-and-votes.js';
import { ShortestRuns } from './shortest-runs.js';
import { type ShutWay, waysNeverOpen, waysThatMayBeShut, without } from './shut-ways.js';
import type { SoundnessFault } from './soundness-fault.js';
import { type About, wordsOf } from './soundness-words.js';
import { withoutResumption } from './standstill.js';

/**
 * Whether every dossier under a procedure can be brought to an end, whatever the office does on the way (architecture §6). Every
 * step is reachable; from every marking an end is; nothing is left over beside an end; joins meet the branches of their own fork;
 * votes have a quorum rule; each step can be left by somebody inside; papers that a step demands can be attached; what stands still can be resumed wherever it lies; four eyes leave somebody; what is done under a clock has
 * the clock running. Each fault shows the shortest run to it. Pure; it grows with the ways of the procedure, not with its markings.
 */
export function checkSoundness(procedure: ProcedureDocument): readonly SoundnessFault[] {
  const graph = flowGraph(procedure);
  const nesting = nestingOf(graph);
  const branch = (step: string) => branchOf(nesting, step);
  const runs = new ShortestRuns(graph, branch);
  const broken = nesting.faults.map(({ code, from, to, path }): SoundnessFault => ({
    code,
    step: from,
    path,
    words: wordsOf(procedure, code, path, { step: to }),
    run: runs.runTo(from),
  }));
  // Where blocks overlap nothing else can be said of the way.
  const votes = broken.length > 0 ? undefined : new PassedVotes(graph, nesting);
  const papers = broken.length > 0 ? undefined : new PapersThere(graph, nesting);
  const never = waysNeverOpen(graph, votes, papers);
  // A run is shown that can be gone, as long as there is one.
  const open = never.length > 0 ? new ShortestRuns(without(graph, never), branch) : runs;
  const runTo = (step: string): SoundnessFault['run'] => (open.reaches(step) ? open : runs).runTo(step);
  const shut = [...never, ...(votes && papers ? waysThatMayBeShut(graph, nesting, runs, votes, papers) : [])];
  return [
    ...(broken.length > 0 ? broken : wayFaults(graph, nesting, runs)),
    ...stepFaults(graph, runs),
    ...shutFaults(
      graph,
      shut.filter(({ step }) => runs.reaches(step)),
      runTo,
    ),
    ...withoutResumption(procedure).map((step) => fault(procedure, 'NO_RESUMPTION', step, runs.runTo(step))),
    ...fourEyesFaults(graph, runs),
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

/** One fault for each place in the file, with a run that ends where the dossier then waits. */
function shutFaults(graph: FlowGraph, shut: readonly ShutWay[], runTo: (step: string) => SoundnessFault['run']) {
  const told = new Set<string>();
  return shut.flatMap(({ code, step, path, about }): SoundnessFault[] => {
    // What already stands there as a step that nobody leaves is not told twice.
    const key =
      code === 'NOBODY_CAN_GO_ON' || code === 'OPINION_NEVER_ANSWERED' ? `${code} ${step}` : `${code} ${path}`;
    if (told.has(key) || (code === 'NOBODY_CAN_GO_ON' && !somebodyCanGoOn(graph.procedure, step))) return [];
    told.add(key);
    return [
      {
        code,
        step,
        path,
        words: wordsOf(graph.procedure, code, path, about),
        run: runOf(graph, code, about, runTo(step)),
      },
    ];
  });
}

function runOf(
  graph: FlowGraph,
  code: SoundnessFault['code'],
  { step = '', vote = '', document = '' }: About,
  run: SoundnessFault['run'],
) {
  if (code === 'OPINION_NEVER_ANSWERED') return [...run, { step, act: 'ask-opinion' }];
  if (code === 'PAPERS_MAY_BE_MISSING') return runWithout(graph, paperFollowed(graph.procedure, document), step) ?? run;
  if (code !== 'VOTE_MAY_FAIL') return run;
  return runWithout(graph, voteFollowed(graph.procedure, vote), step) ?? run;
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
