import type { ProcedureDocument } from '../language/procedure.schema.js';
import { stepsInBlock } from './blocks.js';

/**
 * Where a dossier is: one place for each open branch, in the order of the branches, and the join of a branch that waits for
 * the others. Most of the time one place. Branches belong to the dossier, never to a nominee.
 */
export type Marking = readonly string[];

/** The marking with which a procedure begins. */
export const firstMarking = (procedure: ProcedureDocument): Marking => enteredAt(procedure, procedure.start);

/** Who leaves a place by a way: a fork is opened, a join that is full is passed, a block that is left is cleared. */
export function markingAfter(
  procedure: ProcedureDocument,
  marking: Marking,
  from: string,
  { to, leaves }: { readonly to: string; readonly leaves?: string | undefined },
): Marking {
  if (procedure.steps[to]?.kind === 'end') return [to];
  const at = marking.indexOf(from);
  const others = marking.filter((_, index) => index !== at);
  if (leaves === undefined) return settled(procedure, others.toSpliced(Math.max(at, 0), 0, ...opened(procedure, to)));
  const block = stepsInBlock(procedure, leaves);
  const first = marking.findIndex((step) => block.has(step));
  const outside = others.filter((step) => !block.has(step));
  return settled(procedure, outside.toSpliced(Math.max(first, 0), 0, ...opened(procedure, to)));
}

/** The marking of a dossier that an act beside the way brings somewhere: all its branches are given up. */
export const enteredAt = (procedure: ProcedureDocument, to: string): Marking =>
  settled(procedure, opened(procedure, to));

/** Where the dossier is, in one word: the first place at which something can be done. */
export const mainPlace = (procedure: ProcedureDocument, marking: Marking): string =>
  marking.find((step) => procedure.steps[step]?.kind !== 'join') ?? marking[0] ?? procedure.start;

/** A step, or what a fork opens in its stead. */
function opened(procedure: ProcedureDocument, to: string, depth = 0): string[] {
  const step = procedure.steps[to];
  // A fork that opens itself is refused by the soundness check; here it must only not hang.
  if (step?.kind !== 'fork' || depth > 20) return [to];
  return Object.values(step.branches).flatMap((branch) => opened(procedure, branch, depth + 1));
}

/** Passes every join at which all branches of its fork have arrived. */
function settled(procedure: ProcedureDocument, marking: readonly string[]): Marking {
  let now = marking;
  for (let passed = 0; passed < 50; passed++) {
    const full = now.find((step) => isFull(procedure, now, step));
    const join = full === undefined ? undefined : procedure.steps[full];
    if (full === undefined || join?.kind !== 'join') return now;
    const first = now.indexOf(full);
    now = now.filter((step) => step !== full).toSpliced(first, 0, ...opened(procedure, join.to));
  }
  return now;
}

function isFull(procedure: ProcedureDocument, marking: readonly string[], join: string): boolean {
  if (procedure.steps[join]?.kind !== 'join') return false;
  const fork = Object.values(procedure.steps).find((step) => step.kind === 'fork' && step.join === join);
  if (fork?.kind !== 'fork') return false;
  return marking.filter((step) => step === join).length === Object.keys(fork.branches).length;
}
