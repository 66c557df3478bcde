import type { ProcedureDocument } from '../language/procedure.schema.js';
import { waysOut } from './ways-out.js';

const known = new WeakMap<ProcedureDocument, Map<string, ReadonlySet<string>>>();

/** The steps between a fork and its join, the join among them: what is given up when the block is left. */
export function stepsInBlock(procedure: ProcedureDocument, fork: string): ReadonlySet<string> {
  const blocks = known.get(procedure) ?? new Map<string, ReadonlySet<string>>();
  known.set(procedure, blocks);
  const block = blocks.get(fork) ?? found(procedure, fork);
  blocks.set(fork, block);
  return block;
}

function found(procedure: ProcedureDocument, fork: string): ReadonlySet<string> {
  const block = new Set<string>();
  const begin = procedure.steps[fork];
  if (begin?.kind !== 'fork') return block;
  const toDo = Object.values(begin.branches);
  for (let name = toDo.pop(); name !== undefined; name = toDo.pop()) {
    const step = procedure.steps[name];
    if (!step || block.has(name)) continue;
    block.add(name);
    if (name === begin.join) continue;
    if (step.kind === 'fork') toDo.push(...Object.values(step.branches));
    if (step.kind === 'join') toDo.push(step.to);
    for (const { to, leaves } of waysOut(name, step)) {
      // Leaving an inner block leads back into this one; leaving this one, or one around it, does not.
      if (leaves === undefined || block.has(leaves)) toDo.push(to);
    }
  }
  return block;
}
