import { type Happening, isTriggered } from '../clock-trigger.js';
import type { ClockRule } from '../language/clock.schema.js';
import type { WayOut } from '../flow/ways-out.js';
import { forkOf, type Nesting, type Stack } from './nesting.js';
import type { FlowGraph } from './flow-graph.js';

/** What a stretch of the way does to a clock: nothing, it leaves it running, it leaves it ended. A set of these, as bits. */
type Effects = number;
const NOTHING = 1;
const STARTED = 2;
const ENDED = 4;

/** First one stretch, then another. */
function then(first: Effects, second: Effects): Effects {
  if (first === 0) return 0;
  return (second & (STARTED | ENDED)) | (second & NOTHING ? first : 0);
}

/** What is followed along the way: what makes it run, and what makes an end of it. A clock, or a vote that was passed. */
export interface Followed {
  readonly starts: (happening: Happening, step: string) => boolean;
  readonly ends: (happening: Happening, step: string) => boolean;
}

/** A clock as it is followed: it runs from the fact on which it starts until it is given up. */
export const clockFollowed = ({ startsOn, cancelledBy }: ClockRule): Followed => ({
  starts: (happening) => isTriggered(startsOn, happening),
  ends: (happening) => isTriggered(cancelledBy, happening),
});

/**
 * Says of each step whether a clock may stand still, not begun or given up, when the dossier comes to it. Branches go on at the
 * same time, and the clock is the dossier's: what another branch does in between counts.
 */
export class ClockStarts {
  /** Step → what every way to it, from the beginning of its branch, does. */
  readonly #effects = new Map<string, Effects>();
  /** `fork#branch` → what its way to the join does. */
  readonly #joining = new Map<string, Effects>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly nesting: Nesting,
    private readonly followed: Followed,
  ) {
    this.#add(graph.start, NOTHING);
    for (let changed = true; changed;) {
      changed = false;
      for (const [step, stack] of nesting.stacks) changed = this.#spread(step, stack) || changed;
    }
  }

  mayStandStillAt(step: string): boolean {
    return (this.#at(step) & (NOTHING | ENDED)) !== 0;
  }

  /** Whether on some way it runs there. */
  mayRunAt(step: string): boolean {
    return (this.#at(step) & STARTED) !== 0;
  }

  #at(step: string): Effects {
    const stack = this.nesting.stacks.get(step) ?? [];
    let all: Effects = NOTHING;
    stack.forEach((frame) => {
      all = then(all, this.#effects.get(forkOf(frame) ?? '') ?? 0);
    });
    // Between the beginning of each block and now, the other branches may have begun it or made an end of it.
    const here = this.#effects.get(step) ?? 0;
    const meanwhile = stack.reduce((others, frame) => others | this.#byOthers(frame), 0) & (STARTED | ENDED);
    return then(all, here) | (here === 0 ? 0 : meanwhile);
  }

  #add(step: string, effects: Effects): boolean {
    const before = this.#effects.get(step) ?? 0;
    this.#effects.set(step, before | effects);
    return (before | effects) !== before;
  }

  #spread(step: string, stack: Stack): boolean {
    const here = this.#effects.get(step) ?? 0;
    if (here === 0) return false;
    let changed = false;
    for (const act of staying(this.graph, step)) {
      if (this.followed.ends(act, step)) changed = this.#add(step, ENDED) || changed;
    }
    const fork = this.graph.forks.get(step);
    fork?.branches.forEach((branch) => {
      changed = this.#add(branch, NOTHING) || changed;
    });
    if (fork) changed = this.#passJoin(step, fork) || changed;
    for (const way of this.graph.out.get(step) ?? []) {
      const effects = then(here, effectOf(this.followed, step, happeningOf(this.graph, step, way)));
      changed = this.#follow(step, stack, way, here, effects) || changed;
    }
    return changed;
  }

  #follow(step: string, stack: Stack, way: WayOut, here: Effects, effects: Effects): boolean {
    const depth = way.leaves === undefined ? -1 : stack.findIndex((frame) => forkOf(frame) === way.leaves);
    if (depth < 0) {
      if (!this.graph.joins.has(way.to)) return this.#add(way.to, effects);
      return this.#join(stack.at(-1) ?? '', effects);
    }
    const others = stack.slice(depth).reduce((all, frame) => all | this.#byOthers(frame), 0);
    const own = effectOf(this.followed, step, happeningOf(this.graph, step, way));
    let out = then(here | (others & (STARTED | ENDED)), own);
    for (const frame of stack.slice(depth).toReversed()) out = then(this.#effects.get(forkOf(frame) ?? '') ?? 0, out);
    return this.#add(way.to, out);
  }

  #join(frame: string, effects: Effects): boolean {
    const before = this.#joining.get(frame) ?? 0;
    this.#joining.set(frame, before | effects);
    return (before | effects) !== before;
  }

  /** Once every branch has come to the join: whichever branch did something may have done it last. */
  #passJoin(
    step: string,
    { branches, join }: { readonly branches: readonly string[]; readonly join: string },
  ): boolean {
    const each = branches.map((_, index) => this.#joining.get(`${step}#${index}`) ?? 0);
    if (each.some((effects) => effects === 0)) return false;
    const any = each.reduce((all, one) => all | one, 0) & (STARTED | ENDED);
    const block = any | (each.every((effects) => effects & NOTHING) ? NOTHING : 0);
    const after = this.graph.joins.get(join);
    if (after === undefined) return false;
    const passing = effectOf(this.followed, join, {
      act: 'complete-step',
      level: '',
      left: [],
      entered: comingTo(this.graph, after),
    });
    const out = then(then(this.#effects.get(step) ?? 0, block), passing);
    const changed = this.#add(join, then(this.#effects.get(step) ?? 0, block));
    if (!this.graph.joins.has(after)) return this.#add(after, out) || changed;
    const stack = this.nesting.stacks.get(join) ?? [];
    return this.#join(stack.at(-1) ?? '', out) || changed;
  }

  /** All that the other branches of a block may do up to any moment. */
  #byOthers(frame: string): Effects {
    const fork = forkOf(frame);
    let all = 0;
    const isTheirs = (stack: Stack): boolean => {
      const theirs = stack.find((each) => forkOf(each) === fork);
      return theirs !== undefined && theirs !== frame;
    };
    for (const [step, stack] of this.nesting.stacks) if (isTheirs(stack)) all |= this.#effects.get(step) ?? 0;
    for (const [at, effects] of this.#joining) {
      if (isTheirs([...(this.nesting.stacks.get(forkOf(at) ?? '') ?? []), at])) all |= effects;
    }
    return all;
  }
}

const effectOf = (followed: Followed, step: string, happening: Happening): Effects =>
  followed.starts(happening, step) ? STARTED : followed.ends(happening, step) ? ENDED : NOTHING;

/** What somebody does who takes a way, as clocks see it. */
export const happeningOf = (graph: FlowGraph, step: string, way: WayOut): Happening => ({
  act: way.act,
  ...(way.outcome === undefined ? {} : { outcome: way.outcome }),
  level: graph.procedure.steps[step]?.level ?? '',
  left: way.to === step ? [] : [step],
  entered: way.to === step ? [] : comingTo(graph, way.to),
});

/** The steps that one comes to by going to a step: the first of each branch, at a fork. */
function comingTo(graph: FlowGraph, to: string, depth = 0): readonly string[] {
  const fork = graph.forks.get(to);
  if (!fork || depth > 20) return graph.joins.has(to) ? [] : [to];
  return [to, ...fork.branches.flatMap((branch) => comingTo(graph, branch, depth + 1))];
}

/** Whether a clock can be started at a step without leaving it: the notice is put up where it is waited for. */
export const canStartAt = (graph: FlowGraph, rule: ClockRule, step: string): boolean =>
  staying(graph, step).some((happening) => isTriggered(rule.startsOn, happening));

/** What can be done at a step without leaving it, the acts beside the way among it. */
function staying({ procedure }: FlowGraph, name: string): readonly Happening[] {
  const step = procedure.steps[name];
  const level = step?.level ?? '';
  const own = step && 'acts' in step ? Object.entries(step.acts) : [];
  const acts = own.filter(([, way]) => way.to === undefined && way.outcomes === undefined).map(([act]) => act);
  const beside = Object.entries(procedure.sideActs).filter(
    ([, side]) => side.to === undefined && side.at.includes(name),
  );
  return [...acts, ...beside.map(([act]) => act)].map((act) => ({
    act: act as Happening['act'],
    level,
    left: [],
    entered: [],
  }));
}
