import type { ProcedureDocument, Step } from '#libs/domain/procedure';
import fc from 'fast-check';
import { procedureNamed } from './procedures.js';

const names = { vi: 'Bước', en: 'Step' };

/** A procedure of nothing but these steps, and one clock that `receive` starts and `return` ends. */
export function procedureOfSteps(steps: Readonly<Record<string, Step>>, start = 's0'): ProcedureDocument {
  const { hash: _hash, ...base } = procedureNamed('BK_TINH@R2025.1');
  const screen = base.clocks['screen'];
  if (!screen) throw new Error('BK_TINH has no clock to copy.');
  const clock = {
    ...screen,
    startsOn: ['receive' as const],
    cancelledBy: ['return' as const],
    metBy: ['supplement' as const],
  };
  return { ...base, documents: [], clocks: { clock }, sideActs: {}, start, steps };
}

export interface Edge {
  readonly to: string;
  readonly leaves?: string;
  /** 0: nothing of a clock, 1: starts it, 2: ends it. */
  readonly effect: number;
}

/** A step with ways to others. The outcomes of three acts, of which one starts the clock and one ends it. */
export function stepWith(edges: readonly Edge[], underClock = false): Step {
  const outcomes: Record<string, Record<string, { to: string; reason: 'none'; leaves?: string }>> = {};
  edges.forEach(({ to, leaves, effect }, index) => {
    const act = ['complete-step', 'receive', 'return'][effect] ?? 'complete-step';
    outcomes[act] = { ...outcomes[act], [`o${index}`]: { to, reason: 'none', ...(leaves ? { leaves } : {}) } };
  });
  return {
    kind: 'task',
    names,
    level: 'MP',
    roles: ['officer'],
    acts: Object.fromEntries(Object.entries(outcomes).map(([act, all]) => [act, { outcomes: all }])),
    clocks: underClock ? ['clock'] : [],
  };
}

export const endStep: Step = { kind: 'end', names, level: 'MP', outcome: 'granted' };
export const forkStep = (branches: readonly string[], join: string): Step => ({
  kind: 'fork',
  names,
  level: 'MP',
  branches: Object.fromEntries(branches.map((to, index) => [`b${index}`, to])),
  join,
});
export const joinStep = (to: string): Step => ({ kind: 'join', names, level: 'MP', to });

/** A shape of which a sound procedure is made; what is spoilt in it afterwards is left to chance. */
type Shape =
  | { readonly kind: 'task'; readonly back: boolean; readonly effect: number }
  | { readonly kind: 'row'; readonly parts: readonly Shape[] }
  | { readonly kind: 'choice'; readonly parts: readonly Shape[] }
  | { readonly kind: 'fork'; readonly parts: readonly Shape[]; readonly leaves: boolean };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => {
  const effect = fc.constantFrom(0, 0, 0, 1, 1, 2);
  const parts = (min: number) => fc.array(tie('shape'), { minLength: min, maxLength: 3 });
  return {
    shape: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('task' as const), back: fc.boolean(), effect }),
      fc.record({ kind: fc.constant('row' as const), parts: parts(1) }),
      fc.record({ kind: fc.constant('choice' as const), parts: parts(2) }),
      fc.record({ kind: fc.constant('fork' as const), parts: parts(2), leaves: fc.boolean() }),
    ),
  };
});

/** What chance spoils: a way is bent to another step, a step put under the clock, a way told to leave a block. */
interface Spoiling {
  readonly what: number;
  readonly step: number;
  readonly way: number;
  readonly other: number;
}

class Builder {
  readonly steps: Record<string, Edge[] | Step> = {};
  readonly underClock = new Set<string>();
  #next = 0;

  name(): string {
    return `s${this.#next++}`;
  }

  /** Lays out a shape between a step and the next; answers its first step. */
  lay(shape: Shape, to: string, block: string | undefined, outside: string): string {
    if (shape.kind === 'row') return shape.parts.reduceRight((next, part) => this.lay(part, next, block, outside), to);
    const name = this.name();
    if (shape.kind === 'task') {
      this.steps[name] = [{ to, effect: shape.effect }, ...(shape.back ? [{ to: name, effect: 0 }] : [])];
    } else if (shape.kind === 'choice') {
      this.steps[name] = shape.parts.map((part) => ({ to: this.lay(part, to, block, outside), effect: 0 }));
    } else {
      const join = this.name();
      const first = shape.parts.map((part, index) => {
        const begin = this.lay(part, join, name, to);
        const entry = this.name();
        this.steps[entry] = [
          { to: begin, effect: 0 },
          ...(shape.leaves && index === 0 ? [{ to, leaves: name, effect: 0 }] : []),
        ];
        // A way out may not be a join of the block around.
        if (shape.leaves && index === 0 && !Object.hasOwn(this.steps, to))
          this.steps[entry] = [{ to: begin, effect: 0 }];
        return entry;
      });
      this.steps[name] = forkStep(first, join);
      this.steps[join] = joinStep(to);
    }
    return name;
  }
}

function built(shape: Shape, spoilings: readonly Spoiling[], clocks: readonly number[]): ProcedureDocument {
  const builder = new Builder();
  builder.steps['end'] = endStep;
  const start = builder.lay(shape, 'end', undefined, 'end');
  const all = Object.keys(builder.steps);
  const forks = all.filter((name) => isKind(builder.steps[name], 'fork'));
  for (const { what, step, way, other } of spoilings) {
    const name = all[step % all.length] ?? start;
    const edges = builder.steps[name];
    if (!Array.isArray(edges)) continue;
    const at = way % edges.length;
    const edge = edges[at];
    if (!edge) continue;
    const target = all[other % all.length] ?? start;
    const fork = forks[other % Math.max(1, forks.length)];
    if (what === 0) edges[at] = { ...edge, to: target };
    else if (what === 1) edges.push({ to: target, effect: 0, ...(fork ? { leaves: fork } : {}) });
    else if (what === 2 && fork) edges[at] = { ...edge, leaves: fork };
    else if (what === 3) edges.push({ to: 'end', effect: 0 });
    else edges[at] = { ...edge, effect: other % 3 };
  }
  const under = new Set(clocks.map((clock) => all[clock % all.length]));
  const steps = Object.fromEntries(
    Object.entries(builder.steps).map(([name, step]) => [
      name,
      Array.isArray(step) ? stepWith(step, under.has(name)) : step,
    ]),
  );
  return procedureOfSteps(steps, start);
}

const isKind = (step: Edge[] | Step | undefined, kind: string): boolean =>
  step !== undefined && !Array.isArray(step) && step.kind === kind;

/** Small procedures, sound and unsound ones: blocks in blocks, choices and loops, in which chance spoils up to two things. */
export const smallProcedures: fc.Arbitrary<ProcedureDocument> = fc
  .tuple(
    shape,
    fc.array(fc.record({ what: fc.nat(4), step: fc.nat(99), way: fc.nat(9), other: fc.nat(99) }), { maxLength: 2 }),
    fc.array(fc.nat(99), { maxLength: 1 }),
  )
  .map(([made, spoilings, clocks]) => built(made, spoilings, clocks))
  .filter(({ steps }) => Object.keys(steps).length <= 22);
