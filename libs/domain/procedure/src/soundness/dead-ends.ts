import type { WayOut } from '../flow/ways-out.js';
import { forkOf, type Nesting } from './nesting.js';
import type { FlowGraph } from './flow-graph.js';
import type { ShortestRuns } from './shortest-runs.js';

/** Out of the part of the procedure in which a step lies: to an end, to the join of its branch, or out of its block. */
const OUT = Symbol('out');

/**
 * The steps that can be reached and from which the dossier never leaves their branch, or never comes to an end. In a well-nested
 * procedure each branch may be looked at alone: if from every step of every branch its join can be reached or its block left,
 * an end is reached from every marking; and if from one it cannot, there is a marking with that step and no end. So the
 * markings, which are many, need not be gone through.
 * @param isFree the ways after which nothing has to be asked any more.
 */
export function deadEnds(
  graph: FlowGraph,
  { stacks }: Nesting,
  runs: ShortestRuns,
  isFree: (step: string, way: WayOut) => boolean = () => false,
): readonly string[] {
  const next = new Map<string, Set<string | typeof OUT>>();
  const lead = (from: string, to: string | typeof OUT): void => {
    const targets = next.get(from) ?? new Set();
    next.set(from, targets.add(to));
  };
  const keyOf = (step: string): string => (stacks.get(step) ?? []).join(' ');

  for (const [step, stack] of stacks) {
    if (!runs.reaches(step)) continue;
    if (graph.ends.has(step)) lead(step, OUT);
    const after = graph.joins.get(step);
    if (after !== undefined) lead(step, graph.joins.has(after) ? OUT : after);
    const fork = graph.forks.get(step);
    if (fork && runs.reaches(fork.join)) lead(step, fork.join);
    for (const way of graph.out.get(step) ?? []) {
      const { to, leaves } = way;
      if (isFree(step, way)) lead(step, OUT);
      const left = leaves === undefined ? -1 : stack.findIndex((frame) => forkOf(frame) === leaves);
      if (left < 0) lead(step, graph.joins.has(to) ? OUT : to);
      else {
        lead(step, OUT);
        leadOutOf(stack, left, to, lead, keyOf(to), stacks);
      }
    }
  }
  return stuck(
    next,
    [...stacks.keys()].filter((step) => runs.reaches(step)),
  );
}

/** Somebody who leaves a block brings its fork, and the forks inside it, out of their branches too. */
function leadOutOf(
  stack: readonly string[],
  left: number,
  to: string,
  lead: (from: string, to: string | typeof OUT) => void,
  keyOfTarget: string,
  stacks: Nesting['stacks'],
): void {
  for (let depth = left; depth < stack.length; depth++) {
    const fork = forkOf(stack[depth]);
    if (fork === undefined) continue;
    const same = (stacks.get(fork) ?? []).join(' ') === keyOfTarget;
    lead(fork, same ? to : OUT);
  }
}

/** The steps from which OUT is not reached. */
function stuck(
  next: ReadonlyMap<string, ReadonlySet<string | typeof OUT>>,
  steps: readonly string[],
): readonly string[] {
  const before = new Map<string | typeof OUT, string[]>();
  for (const [from, targets] of next) {
    for (const to of targets) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const free = new Set<string>();
  const toDo: (string | typeof OUT)[] = [OUT];
  for (let at = toDo.pop(); at !== undefined; at = toDo.pop()) {
    for (const from of before.get(at) ?? []) {
      if (free.has(from)) continue;
      free.add(from);
      toDo.push(from);
    }
  }
  return steps.filter((step) => !free.has(step));
}
