import type { OutcomeCondition, ProcedureDocument, Step } from '#libs/domain/procedure';
import fc from 'fast-check';
import { procedureNamed } from './procedures.js';

const names = { vi: 'Bước', en: 'Step' };

/** A procedure of nothing but these steps, and one clock that `receive` starts and `return` ends; of unknown length, if asked for. */
export function procedureOfSteps(
  steps: Readonly<Record<string, Step>>,
  start = 's0',
  clockUnknown = false,
): ProcedureDocument {
  const { hash: _hash, ...base } = procedureNamed('BK_TINH@R2025.1');
  const screen = base.clocks['screen'];
  if (!screen) throw new Error('BK_TINH has no clock to copy.');
  const { designDefault: _proposed, limit: span, ...rest } = screen;
  if ('day' in span) throw new Error('The clock to copy counts days.');
  const clock = {
    ...rest,
    startsOn: ['receive' as const],
    cancelledBy: ['return' as const],
    metBy: ['supplement' as const],
    limit: { ...span, value: clockUnknown ? ('unknown' as const) : 5 },
  };
  return { ...base, documents: [], clocks: { clock }, sideActs: {}, start, steps };
}

export interface Edge {
  readonly to: string;
  readonly leaves?: string;
  /** 0: nothing of a clock, 1: starts it, 2: ends it. */
  readonly effect: number;
  readonly given?: OutcomeCondition;
  /** Not before the clock has run out. */
  readonly waits?: boolean;
}

/** What else is done at a step. */
export interface Dress {
  /** Opinions are asked for here, and their answers written down or not. */
  readonly opinions?: 'asked' | 'recorded';
  /** Its first way is taken where a council passed somebody, its second where it passed nobody. */
  readonly votes?: boolean;
  /** Its first way is an approval for which that vote has to have passed. */
  readonly needs?: boolean;
  /** Papers can be attached here. */
  readonly attaches?: boolean;
  /** It is left only with a paper, unless it is sent back. */
  readonly papers?: boolean;
}

/** A step with ways to others. The outcomes of three acts, of which one starts the clock and one ends it. */
export function stepWith(
  edges: readonly Edge[],
  underClock = false,
  { opinions, votes, needs, attaches, papers }: Dress = {},
): Step {
  const outcomes: Record<string, Record<string, object>> = {};
  const outcomeTo = ({ to, leaves, given, waits }: Edge) => ({
    to,
    reason: 'none' as const,
    ...(leaves ? { leaves } : {}),
    ...(given ? { given } : {}),
    ...(waits ? { notBefore: 'clock' } : {}),
  });
  const [first, second = first] = edges;
  const own = votes ? 2 : needs ? 1 : 0;
  edges.forEach((edge, index) => {
    if (index < own) return;
    const act = ['complete-step', 'receive', 'return'][edge.effect] ?? 'complete-step';
    outcomes[act] = { ...outcomes[act], [`o${index}`]: outcomeTo(edge) };
  });
  if (votes && first && second)
    outcomes['record-council-result'] = { passed: outcomeTo(first), none_passed: outcomeTo(second) };
  const approve =
    needs && !votes && first ? { approve: { to: first.to, ...(first.leaves ? { leaves: first.leaves } : {}) } } : {};
  const common = {
    names,
    level: 'MP',
    roles: ['officer'],
    acts: {
      ...Object.fromEntries(Object.entries(outcomes).map(([act, all]) => [act, { outcomes: all }])),
      ...approve,
      ...(opinions ? { 'ask-opinion': {} } : {}),
      ...(opinions === 'recorded' ? { 'record-opinion': {} } : {}),
      ...(attaches ? { 'attach-document': {} } : {}),
    },
    clocks: underClock ? ['clock'] : [],
  };
  const documents = papers ? { documents: ['BB'] } : {};
  if (votes) return { kind: 'vote', vote: 'minutes', ...common, needs: documents };
  return { kind: 'task', ...common, needs: { ...(needs ? { passed: 'minutes' } : {}), ...documents } };
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
  readonly dress = new Map<string, Dress>();
  /** The steps inside a block. */
  readonly inside = new Set<string>();
  #next = 0;

  name(): string {
    return `s${this.#next++}`;
  }

  /** Lays out a shape between a step and the next; answers its first step. */
  lay(shape: Shape, to: string, block: string | undefined, outside: string): string {
    if (shape.kind === 'row') return shape.parts.reduceRight((next, part) => this.lay(part, next, block, outside), to);
    const name = this.name();
    if (block !== undefined) this.inside.add(name);
    if (shape.kind === 'task') {
      this.steps[name] = [{ to, effect: shape.effect }, ...(shape.back ? [{ to: name, effect: 0 }] : [])];
    } else if (shape.kind === 'choice') {
      this.steps[name] = shape.parts.map((part) => ({ to: this.lay(part, to, block, outside), effect: 0 }));
    } else {
      const join = this.name();
      const first = shape.parts.map((part, index) => {
        const begin = this.lay(part, join, name, to);
        const entry = this.name();
        this.inside.add(entry);
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

/** Dresses steps up with opinions, votes, approvals, papers and times that have to pass; answers whether the clock’s length is unknown. */
function dressed(builder: Builder, start: string, dressings: readonly Spoiling[]): boolean {
  const all = Object.keys(builder.steps).filter((name) => Array.isArray(builder.steps[name]));
  const conditions = [undefined, 'opinions_answered', 'no_opinion_asked', 'opinion_missing'] as const;
  let unknown = false;
  dressings.forEach(({ what, step, way, other }) => {
    const name = all[step % all.length] ?? start;
    const edges = builder.steps[name];
    if (!Array.isArray(edges)) return;
    const dress = builder.dress.get(name) ?? {};
    const at = way % edges.length;
    const edge = edges[at];
    if (!edge) return;
    const given = conditions[other % conditions.length];
    if (what === 0) edges[at] = { ...edge, waits: true };
    else if (what === 1) unknown = other % 4 === 0;
    else if (what === 2) builder.dress.set(name, { ...dress, votes: true });
    // A vote in one branch is no ground for an approval in another: the check does not count on it, the oracle would.
    else if (what === 3 && !builder.inside.has(name)) builder.dress.set(name, { ...dress, needs: true });
    // Nor is a paper that another branch will have attached by and by.
    else if (what === 7 && !builder.inside.has(name)) builder.dress.set(name, { ...dress, papers: true });
    else if (what === 8) builder.dress.set(name, { ...dress, attaches: true });
    else if (given) edges[at] = { ...edge, given };
    if (what === 5 || what === 6)
      builder.dress.set(name, { ...dress, opinions: step % 3 === 0 ? 'asked' : 'recorded' });
    // A second way with a condition of its own, to the same step.
    if (what === 6)
      edges.push({
        to: edge.to,
        ...(edge.leaves ? { leaves: edge.leaves } : {}),
        effect: 0,
        given: 'no_opinion_asked',
      });
  });
  return unknown;
}

function built(
  shape: Shape,
  spoilings: readonly Spoiling[],
  clocks: readonly number[],
  dressings: readonly Spoiling[] = [],
): ProcedureDocument {
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
  const unknown = dressed(builder, start, dressings);
  const under = new Set(clocks.map((clock) => all[clock % all.length]));
  const steps = Object.fromEntries(
    Object.entries(builder.steps).map(([name, step]) => [
      name,
      Array.isArray(step) ? stepWith(step, under.has(name), builder.dress.get(name)) : step,
    ]),
  );
  return procedureOfSteps(steps, start, unknown);
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

/** What a step is dressed up with; papers twice, for they are asked for outside of blocks only. */
const dressing = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 7, 8);

/** The same, a little smaller, with waits for opinions, times that have to pass, votes, approvals and papers in them. */
export const dressedProcedures: fc.Arbitrary<ProcedureDocument> = fc
  .tuple(
    shape,
    fc.array(fc.record({ what: fc.nat(4), step: fc.nat(99), way: fc.nat(9), other: fc.nat(99) }), { maxLength: 1 }),
    fc.array(fc.nat(99), { maxLength: 1 }),
    fc.array(fc.record({ what: dressing, step: fc.nat(99), way: fc.nat(9), other: fc.nat(99) }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([made, spoilings, clocks, dressings]) => built(made, spoilings, clocks, dressings))
  .filter(({ steps }) => Object.keys(steps).length <= 14);
