import type { WayOut } from '../flow/ways-out.js';
import type { FlowGraph } from './flow-graph.js';
import { acted } from './noted-runs.js';
import type { RunStep } from './soundness-fault.js';

/** How a step is come to soonest: by one way from one step, or, at a join, out of all the branches of its fork. */
interface Arrival {
  readonly acts: number;
  readonly from?: string;
  readonly way?: WayOut;
  /** For a join: the last step and way of each branch. */
  readonly branches?: readonly { readonly from: string; readonly way?: WayOut }[];
  readonly fork?: string;
}

/**
 * The shortest run to every step that can be reached at all: the fewest acts, where passing a join takes all the acts of all
 * its branches. A step that no run reaches has none. Knuth's generalisation of Dijkstra's algorithm to and-or graphs: a join
 * is settled once each of its branches is.
 */
export class ShortestRuns {
  readonly #arrivals = new Map<string, Arrival>();
  /** Join → fork → branch → how that branch comes to it soonest. */
  readonly #waiting = new Map<string, Map<number, { acts: number; from: string; way?: WayOut }>>();

  constructor(
    private readonly graph: FlowGraph,
    /** In which branch a step lies, as the index of the branch of its innermost fork. */
    private readonly branchOf: (step: string) => { readonly fork: string; readonly index: number } | undefined,
  ) {
    this.#settle();
  }

  reaches(step: string): boolean {
    return this.#arrivals.has(step);
  }

  actsTo(step: string): number {
    return this.#arrivals.get(step)?.acts ?? Infinity;
  }

  /** The acts of the shortest run to a step, in an order in which they can be done. */
  runTo(step: string): readonly RunStep[] {
    return this.#run(step, undefined);
  }

  /** … from just after a fork, whose own run is told once only. */
  #run(step: string, since: string | undefined): RunStep[] {
    const run: RunStep[] = [];
    let at: string | undefined = step;
    const parts: RunStep[][] = [];
    while (at !== undefined && at !== since) {
      const arrival: Arrival | undefined = this.#arrivals.get(at);
      if (!arrival) break;
      if (arrival.branches && arrival.fork !== undefined) {
        const fork = arrival.fork;
        parts.push(arrival.branches.flatMap(({ from, way }) => [...this.#run(from, fork), ...taken(from, way)]));
        at = fork;
      } else {
        if (arrival.from !== undefined) parts.push(taken(arrival.from, arrival.way));
        at = arrival.from;
      }
    }
    for (const part of parts.toReversed()) run.push(...part);
    return run;
  }

  #settle(): void {
    const { graph } = this;
    const open = new Map<string, Arrival>([[graph.start, { acts: 0 }]]);
    const offer = (to: string, arrival: Arrival): void => {
      if (this.#arrivals.has(to)) return;
      const known = open.get(to);
      if (known === undefined || arrival.acts < known.acts) open.set(to, arrival);
    };
    for (let next = soonest(open); next !== undefined; next = soonest(open)) {
      const [step, arrival] = next;
      open.delete(step);
      this.#arrivals.set(step, arrival);
      const after = graph.joins.get(step);
      if (after !== undefined && graph.joins.has(after)) this.#arriveAtJoin(after, step, arrival.acts, offer);
      else if (after !== undefined) offer(after, { acts: arrival.acts, from: step });
      for (const branch of graph.forks.get(step)?.branches ?? []) offer(branch, { acts: arrival.acts, from: step });
      for (const way of graph.out.get(step) ?? []) this.#go(step, way, arrival.acts + 1, offer);
    }
  }

  #go(from: string, way: WayOut, acts: number, offer: (to: string, arrival: Arrival) => void): void {
    if (!this.graph.joins.has(way.to)) offer(way.to, { acts, from, way });
    else this.#arriveAtJoin(way.to, from, acts, offer, way);
  }

  #arriveAtJoin(
    join: string,
    from: string,
    acts: number,
    offer: (to: string, arrival: Arrival) => void,
    way?: WayOut,
  ): void {
    const branch = this.branchOf(from);
    if (branch === undefined || this.graph.forks.get(branch.fork)?.join !== join) return;
    const key = `${join} ${branch.fork}`;
    const arrived = this.#waiting.get(key) ?? new Map<number, { acts: number; from: string; way?: WayOut }>();
    this.#waiting.set(key, arrived);
    const known = arrived.get(branch.index);
    if (known === undefined || acts < known.acts) arrived.set(branch.index, { acts, from, ...(way ? { way } : {}) });
    const { branches } = this.graph.forks.get(branch.fork) ?? { branches: [] };
    if (branches.some((_, index) => !arrived.has(index))) return;
    const before = this.actsTo(branch.fork);
    const each = branches.map((_, index) => arrived.get(index) ?? { acts: Infinity, from });
    const all = each.reduce((sum, one) => sum + one.acts - before, before);
    offer(join, { acts: all, branches: each, fork: branch.fork });
  }
}

const taken = (step: string, way: WayOut | undefined): RunStep[] => (way ? [acted(step, way)] : []);

function soonest(open: ReadonlyMap<string, Arrival>): [string, Arrival] | undefined {
  let best: [string, Arrival] | undefined;
  for (const entry of open) if (best === undefined || entry[1].acts < best[1].acts) best = entry;
  return best;
}
