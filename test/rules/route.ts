import { type Procedure, type Step } from '#libs/domain/procedure';

/** One act that moves a dossier on: with an outcome where it has several, or by a fork or join of itself. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** Absent for a fork or a join: nobody does anything there. */
  readonly act?: string;
  readonly outcome?: string;
  readonly notBefore?: string;
}

/** Acts that lead away from the award; taken only where nothing else leads on. */
const BACKWARDS = new Set(['return', 'reject', 'request-supplement', 'withdraw']);
const TAKEN_BACK = /^(none|refuse|not_|send_back|clarify|ask_more|objections|abandon|lapse|all_upheld)/;

function cost({ act, outcome, reason }: { act?: string; outcome?: string; reason?: string }): number {
  if (act !== undefined && BACKWARDS.has(act)) return 500;
  if (outcome !== undefined && outcome !== 'none_asked' && TAKEN_BACK.test(outcome)) return 500;
  return reason === 'required' ? 50 : act === 'forward' ? 1 : 2;
}

function legsFrom(name: string, step: Step): readonly (Leg & { readonly cost: number })[] {
  if (step.kind === 'end') return [];
  if (step.kind === 'join') return [{ from: name, to: step.to, cost: 0 }];
  if (step.kind === 'fork') return Object.values(step.branches).map((to) => ({ from: name, to, cost: 0 }));
  return Object.entries(step.acts).flatMap(([act, way]) => {
    if (!way) return [];
    const plain = way.to === undefined ? [] : [{ from: name, to: way.to, act, cost: cost({ act }) }];
    const byOutcome = Object.entries(way.outcomes ?? {}).map(([outcome, given]) => {
      const { to, notBefore, reason } = typeof given === 'string' ? { to: given } : given;
      const waits = notBefore === undefined ? {} : { notBefore };
      return { from: name, to, act, outcome, ...waits, cost: cost({ act, outcome, ...(reason ? { reason } : {}) }) };
    });
    return [...plain, ...byOutcome];
  });
}

/**
 * The first leg of the way by which an office that is content comes from a step to one of the wanted; by an act of that name,
 * where one is given.
 */
export function nextLeg(
  procedure: Procedure,
  from: string,
  wanted: (name: string, step: Step) => boolean,
  act?: string,
): Leg {
  const best = new Map<string, { readonly cost: number; readonly first?: Leg }>([[from, { cost: 0 }]]);
  const open = [from];
  while (open.length > 0) {
    open.sort((one, other) => (best.get(one)?.cost ?? 0) - (best.get(other)?.cost ?? 0));
    const name = open.shift() as string;
    const step = procedure.steps[name];
    const here = best.get(name);
    if (!step || !here) continue;
    if (name !== from && here.first && wanted(name, step)) return here.first;
    for (const leg of legsFrom(name, step)) {
      if (name === from && act !== undefined && leg.act !== act) continue;
      const total = here.cost + leg.cost;
      if (total >= (best.get(leg.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      best.set(leg.to, { cost: total, first: here.first ?? leg });
      open.push(leg.to);
    }
  }
  throw new Error(`Nothing leads on from ${from} of ${procedure.code}.`);
}
