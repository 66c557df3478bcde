import { waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { UsualWay } from './usual-way.js';

/** The levels that a dossier goes through, in the order of the usual way, and the band of each step. */
export interface Bands {
  readonly bands: readonly string[];
  readonly bandOf: (step: string) => number;
}

/**
 * A new band begins where the usual way comes to another level; on its way back down the same level is a band anew. A step beside
 * the way lies in the first band of its level that is not above the steps that lead to it.
 */
export function bandsOf(procedure: ProcedureDocument, usual: UsualWay, order: readonly string[]): Bands {
  const bands: string[] = [];
  const chosen = new Map<string, number>();
  const choose = (name: string, from: number, mayAdd: boolean): void => {
    const level = procedure.steps[name]?.level ?? '';
    const later = bands.findIndex((each, index) => index >= from && each === level);
    if (later >= 0) chosen.set(name, later);
    else if (mayAdd) chosen.set(name, bands.push(level) - 1);
    else chosen.set(name, Math.max(from, 0));
  };
  const arrived = new Map<string, number>();
  const arrive = (name: string, band: number): void => {
    arrived.set(name, Math.max(arrived.get(name) ?? 0, band));
  };
  const steps = new Set(usual.steps);
  for (const name of usual.steps) {
    // A step of which no level is its own lies where the dossier comes from: forks, joins and ends.
    const step = procedure.steps[name];
    if (step?.kind === 'end') chosen.set(name, arrived.get(name) ?? 0);
    else choose(name, arrived.get(name) ?? 0, true);
    for (const next of usual.next.get(name) ?? []) arrive(next, chosen.get(name) ?? 0);
    // A branch hands on to the join, which is not its step.
  }
  const firstFrom = new Map<string, number>();
  for (const name of order) {
    const step = procedure.steps[name];
    if (!step) continue;
    if (!steps.has(name)) choose(name, firstFrom.get(name) ?? 0, false);
    for (const { to } of waysOut(name, step)) {
      if (!firstFrom.has(to)) firstFrom.set(to, chosen.get(name) ?? 0);
    }
  }
  return { bands, bandOf: (step) => chosen.get(step) ?? 0 };
}
