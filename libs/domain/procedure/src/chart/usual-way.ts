import { waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** The way that a dossier goes when all goes well: what a picture draws straight, and what a driver follows. */
export interface UsualWay {
  /** Its steps, forks, joins and the end, each once, in an order in which they can be gone; branches one after the other. */
  readonly steps: readonly string[];
  /** Step → the steps after it: one, of a fork the first of each branch, of the end none. */
  readonly next: ReadonlyMap<string, readonly string[]>;
}

/**
 * The shortest way from the start to an end at which the award is granted, all branches of a fork included; what is written first
 * goes before what is as short. Where nothing is ever granted, to whichever end is nearest. Costs one walk over the ways.
 */
export function usualWayOf(procedure: ProcedureDocument): UsualWay {
  const distance = distancesToGrant(procedure);
  const steps: string[] = [];
  const next = new Map<string, readonly string[]>();
  const go = (name: string | undefined, until?: string): void => {
    let at = name;
    while (at !== undefined && at !== until && !next.has(at)) {
      steps.push(at);
      const step: ProcedureDocument['steps'][string] | undefined = procedure.steps[at];
      if (step?.kind === 'fork') {
        const branches = Object.values(step.branches);
        next.set(at, branches);
        for (const branch of branches) go(branch, step.join);
        at = step.join;
        continue;
      }
      const after: string | undefined = nearest(onward(procedure, at), distance);
      next.set(at, after === undefined ? [] : [after]);
      at = after;
    }
  };
  go(procedure.start);
  return { steps, next };
}

/**
 * The step to which one goes on from a step when all goes well, on the usual way or beside it; from where nothing is granted any
 * more, towards the nearest end. `undefined` at an end, and where no way leads on.
 */
export function onwardFrom(procedure: ProcedureDocument, name: string): string | undefined {
  const ways = onward(procedure, name);
  return (
    nearest(ways, distancesToGrant(procedure)) ??
    nearest(
      ways,
      distances(
        procedure,
        endsOf(procedure, () => true),
      ),
    )
  );
}

function distancesToGrant(procedure: ProcedureDocument): ReadonlyMap<string, number> {
  const granted = endsOf(procedure, ({ outcome }) => outcome === 'granted');
  return distances(procedure, granted.length > 0 ? granted : endsOf(procedure, () => true));
}

const endsOf = (
  { steps }: ProcedureDocument,
  fits: (end: Extract<ProcedureDocument['steps'][string], { kind: 'end' }>) => boolean,
): string[] => Object.entries(steps).flatMap(([name, step]) => (step.kind === 'end' && fits(step) ? [name] : []));

/** Where a step may lead without giving a block up; of a fork to its join, as if it were one step. */
function onward(procedure: ProcedureDocument, name: string): readonly string[] {
  const step = procedure.steps[name];
  if (!step) return [];
  if (step.kind === 'fork') return [step.join];
  if (step.kind === 'join') return [step.to];
  return waysOut(name, step).flatMap(({ to, leaves }) => (leaves === undefined && to !== name ? [to] : []));
}

/** How many steps it is to the nearest of some ends. */
function distances(procedure: ProcedureDocument, ends: readonly string[]): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>();
  for (const name of Object.keys(procedure.steps)) {
    for (const to of onward(procedure, name)) before.set(to, [...(before.get(to) ?? []), name]);
  }
  const distance = new Map<string, number>(ends.map((end) => [end, 0]));
  const toDo = [...ends];
  for (let at = toDo.shift(); at !== undefined; at = toDo.shift()) {
    for (const name of before.get(at) ?? []) {
      if (distance.has(name)) continue;
      distance.set(name, (distance.get(at) ?? 0) + 1);
      toDo.push(name);
    }
  }
  return distance;
}

const nearest = (names: readonly string[], distance: ReadonlyMap<string, number>): string | undefined =>
  names
    .filter((name) => distance.has(name))
    .reduce<string | undefined>(
      (best, name) =>
        best === undefined || (distance.get(name) ?? Infinity) < (distance.get(best) ?? Infinity) ? name : best,
      undefined,
    );
