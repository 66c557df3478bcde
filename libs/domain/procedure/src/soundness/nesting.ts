import { type SoundnessCode } from './soundness-fault.js';
import type { FlowGraph } from './flow-graph.js';

/** In which branch of which forks a step lies, from the outermost in: `fork#0`. */
export type Stack = readonly string[];

/** A breach of nesting, at the way on which it was met. */
export interface NestingFault {
  readonly code: SoundnessCode;
  /** The step that the way leaves. */
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface Nesting {
  /** Every step that some way leads to, with the branch in which it lies. */
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly faults: readonly NestingFault[];
}

export const forkOf = (frame: string | undefined): string | undefined => frame?.slice(0, frame.lastIndexOf('#'));

/**
 * Follows every way once and says in which branch each step lies. Blocks are well nested exactly if no step lies in two
 * branches, each join is reached from its own fork's branches only, no end lies in a branch, and who leaves a block is in it.
 */
export function nestingOf(graph: FlowGraph): Nesting {
  const stacks = new Map<string, Stack>([[graph.start, []]]);
  const faults: NestingFault[] = [];
  const toDo = [graph.start];

  const arrive = (from: string, to: string, stack: Stack, path: string): void => {
    if (graph.joins.has(to)) {
      const fork = forkOf(stack.at(-1));
      if (fork === undefined || graph.forks.get(fork)?.join !== to) {
        faults.push({ code: 'FOREIGN_JOIN', from, to, path });
        return;
      }
    }
    if (graph.ends.has(to) && stack.length > 0) {
      faults.push({ code: 'LEFT_OVER_AT_END', from, to, path });
      return;
    }
    // A join stands for all the branches of its fork.
    const at = graph.joins.has(to) ? stack.slice(0, -1) : stack;
    const known = stacks.get(to);
    if (known === undefined) {
      stacks.set(to, at);
      toDo.push(to);
    } else if (known.join(' ') !== at.join(' ')) {
      faults.push({ code: 'BLOCKS_NOT_NESTED', from, to, path });
    }
  };

  for (let step = toDo.shift(); step !== undefined; step = toDo.shift()) {
    const stack = stacks.get(step) ?? [];
    const after = graph.joins.get(step);
    if (after !== undefined) arrive(step, after, stack, `steps.${step}.to`);
    graph.forks.get(step)?.branches.forEach((branch, index) => {
      arrive(step, branch, [...stack, `${step}#${index}`], `steps.${step}.branches`);
    });
    for (const { to, leaves, path } of graph.out.get(step) ?? []) {
      const depth = leaves === undefined ? stack.length : stack.findIndex((frame) => forkOf(frame) === leaves);
      if (depth < 0) faults.push({ code: 'LEAVES_NO_BLOCK', from: step, to, path });
      else arrive(step, to, stack.slice(0, depth), path);
    }
  }
  return { stacks, faults };
}
