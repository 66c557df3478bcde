import { type WayOut, waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** A procedure as a graph: steps, and the ways between them. Side acts are not ways: each ends all branches in one event. */
export interface FlowGraph {
  readonly procedure: ProcedureDocument;
  readonly start: string;
  readonly out: ReadonlyMap<string, readonly WayOut[]>;
  /** Fork → its branches' first steps, and its join. */
  readonly forks: ReadonlyMap<string, { readonly branches: readonly string[]; readonly join: string }>;
  /** Join → the step after it. */
  readonly joins: ReadonlyMap<string, string>;
  readonly ends: ReadonlySet<string>;
}

export function flowGraph(procedure: ProcedureDocument): FlowGraph {
  const out = new Map<string, readonly WayOut[]>();
  const forks = new Map<string, { readonly branches: readonly string[]; readonly join: string }>();
  const joins = new Map<string, string>();
  const ends = new Set<string>();
  for (const [name, step] of Object.entries(procedure.steps)) {
    // An act that leads back to its own step moves nothing.
    out.set(name, waysOut(name, step));
    if (step.kind === 'fork') forks.set(name, { branches: Object.values(step.branches), join: step.join });
    if (step.kind === 'join') joins.set(name, step.to);
    if (step.kind === 'end') ends.add(name);
  }
  return { procedure, start: procedure.start, out, forks, joins, ends };
}
