import { papersOfWay } from '../flow/papers-needed.js';
import { isActing, outcomeOf, type WayOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { deadEnds } from './dead-ends.js';
import type { FlowGraph } from './flow-graph.js';
import type { Nesting } from './nesting.js';
import { mayWaitForAnswer, waitsForNoQuestion } from './opinions-asked.js';
import { PassedVotes, voteFollowed, voteNeeded } from './passed-votes.js';
import { PapersThere } from './papers-there.js';
import { takerOf } from './people-and-votes.js';
import type { ShortestRuns } from './shortest-runs.js';
import type { SoundnessCode } from './soundness-fault.js';
import type { About } from './soundness-words.js';

/** A way out of a step that is never open, or that may be shut for good: why, and where in the file. */
export interface ShutWay {
  readonly code: SoundnessCode;
  readonly step: string;
  readonly path: string;
  readonly about: About;
  readonly way: WayOut;
}

/** The ways that nobody can ever take, whatever was done before. Where blocks overlap, nothing is said of votes. */
export function waysNeverOpen(
  graph: FlowGraph,
  votes: PassedVotes | undefined,
  papers: PapersThere | undefined,
): readonly ShutWay[] {
  const { procedure } = graph;
  return eachWay(graph).flatMap(({ step, way }): ShutWay[] => {
    const shut: ShutWay[] = [];
    if (takerOf(procedure, step, way) === 'idle_system') {
      const path = rolesPath(procedure, step, way);
      shut.push({ code: 'SYSTEM_NEVER_ACTS', step, path, about: { step, act: way.act }, way });
    }
    if (waitsForNoQuestion(procedure, step, way)) {
      shut.push({ code: 'OPINION_NEVER_ASKED', step, path: `${way.path}.given`, about: { step }, way });
    }
    const vote = voteNeeded(procedure, step, way);
    if (votes && vote !== undefined && !votes.mayBePassedAt(step, vote)) {
      shut.push({ code: 'VOTE_NEVER_PASSED', step, path: `steps.${step}.needs.passed`, about: { step, vote }, way });
    }
    if (papers && !papers.mayBeThereAt(step))
      shut.push(...withoutPapers(procedure, step, way, 'PAPERS_NEVER_ATTACHED'));
    return shut;
  });
}

/**
 * The ways that are shut for good on some run, at steps from which no end is reached without them. What else keeps such a step
 * from its end is told elsewhere.
 */
export function waysThatMayBeShut(
  graph: FlowGraph,
  nesting: Nesting,
  runs: ShortestRuns,
  votes: PassedVotes,
  papers: PapersThere,
): readonly ShutWay[] {
  const { procedure } = graph;
  const ways = eachWay(graph);
  const lasting = ways.flatMap(({ step, way }): ShutWay[] => {
    if (takerOf(procedure, step, way) === 'nobody') {
      return [{ code: 'NOBODY_CAN_GO_ON', step, path: `steps.${step}.roles`, about: { step }, way }];
    }
    if (!mayWaitForAnswer(procedure, step, way)) return [];
    return [{ code: 'OPINION_NEVER_ANSWERED', step, path: way.path, about: { step }, way }];
  });
  const unpassed = ways.flatMap(({ step, way }): ShutWay[] => {
    const vote = voteNeeded(procedure, step, way);
    if (vote === undefined || !votes.mayBeMissingAt(step, vote)) return [];
    return [{ code: 'VOTE_MAY_FAIL', step, path: `steps.${step}.needs.passed`, about: { step, vote }, way }];
  });
  const always = new Set(deadEnds(graph, nesting, runs));
  const withoutThem = deadEnds(without(graph, lasting), nesting, runs);
  // A vote that is held once more may pass.
  const needed = [...new Set(unpassed.map(({ about }) => about.vote ?? ''))].map((vote) =>
    voteFollowed(procedure, vote),
  );
  const passes = (step: string, { act, outcome }: WayOut): boolean =>
    needed.some((vote) => vote.starts({ act, level: '', left: [], entered: [], ...(outcome && { outcome }) }, step));
  const unpassedToo = deadEnds(without(graph, [...lasting, ...unpassed]), nesting, runs, passes);
  const missing = ways.flatMap(({ step, way }) =>
    withoutPapers(procedure, step, way, 'PAPERS_MAY_BE_MISSING').filter(({ about: { document = '' } }) =>
      papers.mayBeMissingAt(step, document),
    ),
  );
  // Where papers can be attached, they are, and then asked for nowhere any more.
  const attaches = (step: string): boolean => papers.canBeAttachedAt(step);
  const missingToo = deadEnds(without(graph, [...lasting, ...missing]), nesting, runs, attaches);
  // Each alone may be mended on the way, and both together not.
  const mended = (step: string, way: WayOut): boolean =>
    (passes(step, way) && !missingToo.includes(way.to)) || (attaches(step) && !unpassedToo.includes(step));
  const both = deadEnds(without(graph, [...lasting, ...unpassed, ...missing]), nesting, runs, mended);
  const stuck = (steps: readonly string[], shut: readonly ShutWay[]): ShutWay[] =>
    shut.filter(({ step, way }) => way.to !== step && steps.includes(step) && !always.has(step));
  const apart = new Set([...withoutThem, ...unpassedToo, ...missingToo]);
  const together = both.filter((step) => !apart.has(step));
  return [
    ...stuck(withoutThem, lasting),
    ...stuck(unpassedToo, unpassed),
    ...stuck(missingToo, missing),
    ...stuck(together, [...unpassed, ...missing]),
  ];
}

/** A way that is shut for want of papers: once for each paper that it asks for. */
const withoutPapers = (procedure: ProcedureDocument, step: string, way: WayOut, code: SoundnessCode): ShutWay[] =>
  papersOfWay(procedure, step, way).map((document, index) => ({
    code,
    step,
    path: `steps.${step}.needs.documents.${index}`,
    about: { step, document },
    way,
  }));

const eachWay = (graph: FlowGraph): readonly { readonly step: string; readonly way: WayOut }[] =>
  [...graph.out].flatMap(([step, ways]) => ways.map((way) => ({ step, way })));

/** The procedure as if some of its ways were not there. */
export function without(graph: FlowGraph, shut: readonly ShutWay[]): FlowGraph {
  const gone = new Set(shut.map(({ way }) => way));
  return { ...graph, out: new Map([...graph.out].map(([step, ways]) => [step, ways.filter((way) => !gone.has(way))])) };
}

/** Where the file says who may take a way. */
function rolesPath({ steps }: ProcedureDocument, name: string, { act, outcome, path }: WayOut): string {
  const step = steps[name];
  const way = step && isActing(step) ? step.acts[act] : undefined;
  const chosen = way?.outcomes?.[outcome ?? ''];
  if (chosen !== undefined && outcomeOf(chosen).roles) return `${path}.roles`;
  return way?.roles ? `steps.${name}.acts.${act}.roles` : `steps.${name}.roles`;
}
