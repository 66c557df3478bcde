import type { Act } from '../act.js';
import { isActing, waysOut } from '../flow/ways-out.js';
import { type RoleAtLevel, roleAtLevel } from '../flow/role-at.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { Step, StepKind } from '../language/step.schema.js';
import { bandsOf } from './bands.js';
import { clocksAtSteps } from './clocks-at-steps.js';
import { usualWayOf } from './usual-way.js';

/** What is done to go a way, and with which outcome. */
export interface ChartWay {
  readonly act: Act;
  readonly outcome?: string;
}

/** A step in the picture; an end other than that of the usual way stands beside each step that leads to it. */
export interface ChartNode {
  readonly id: string;
  readonly step: string;
  readonly kind: StepKind;
  readonly level: string;
  /** The band in which it lies, from 0. */
  readonly band: number;
  readonly usual: boolean;
  /** Who acts here. */
  readonly actors: readonly RoleAtLevel[];
  /** The clocks under which the work here is done. */
  readonly clocks: readonly string[];
  /** What leaves the dossier where it is, though it is a way. */
  readonly stays: readonly ChartWay[];
}

export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly ways: readonly ChartWay[];
  /** `usual`: the way when all goes well; `back`: to where the dossier has been; `aside`: any other. */
  readonly kind: 'usual' | 'back' | 'aside';
  /** It gives the other branches of the block up. */
  readonly leavesBlock: boolean;
}

/** A procedure as a picture shows it: nodes in an order in which they are read, the ways between them, the levels as bands. */
export interface Chart {
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  /** The level of each band, in the order of the way: a level to which the dossier comes back has two. */
  readonly bands: readonly string[];
}

/** Makes the picture's content of a procedure. Pure; says nothing of sizes and places. */
export function chartOf(procedure: ProcedureDocument): Chart {
  const usual = usualWayOf(procedure);
  const order = readingOrder(procedure, usual.steps);
  const { bands, bandOf } = bandsOf(procedure, usual, order);
  const clocks = clocksAtSteps(procedure, usual.steps);
  const place = new Map(order.map((name, index) => [name, index]));
  const onUsual = new Set(usual.steps);
  const nodes: ChartNode[] = [];
  const edges: ChartEdge[] = [];
  for (const name of order) {
    const step = procedure.steps[name];
    // An end that no step leads to is that of an act beside the way; one beside the usual way is drawn with each step before it.
    if (!step || (step.kind === 'end' && !onUsual.has(name))) continue;
    const node = { band: bandOf(name), usual: onUsual.has(name) };
    nodes.push(nodeOf(name, name, step, { ...node, clocks: clocks.get(name) ?? [] }));
    for (const { to, ways, leavesBlock } of edgesOf(name, step)) {
      if (to === name) continue;
      const target = procedure.steps[to];
      const isEnd = target?.kind === 'end' && !onUsual.has(to);
      const id = isEnd ? `${to}<${name}` : to;
      if (isEnd) nodes.push(nodeOf(id, to, target, { band: node.band, usual: false, clocks: [] }));
      const next = usual.next.get(name)?.includes(to) === true;
      const back = !isEnd && (place.get(to) ?? 0) <= (place.get(name) ?? 0);
      edges.push({ from: name, to: id, ways, leavesBlock, kind: next ? 'usual' : back ? 'back' : 'aside' });
    }
  }
  return { nodes, edges, bands };
}

/**
 * The usual way, and after each of its steps what lies beside it: a step from which the dossier comes back stands after the first
 * that leads there, one that only leads to an end after the last. So a line that goes up is always one that goes back.
 */
function readingOrder(procedure: ProcedureDocument, usual: readonly string[]): readonly string[] {
  const reachable = new Map(Object.keys(procedure.steps).map((name) => [name, reachedFrom(procedure, name)] as const));
  const comesBack = (name: string): boolean => usual.some((step) => reachable.get(name)?.has(step));
  const placed = new Set(usual);
  const after = new Map<string, string[]>();
  const place = (from: string, onto: string, fits: (name: string) => boolean): void => {
    for (const to of nextOf(procedure, from)) {
      if (placed.has(to) || !fits(to)) continue;
      placed.add(to);
      after.set(onto, [...(after.get(onto) ?? []), to]);
      place(to, onto, fits);
    }
  };
  for (const name of usual) place(name, name, comesBack);
  for (const name of usual.toReversed()) {
    for (const from of [name, ...(after.get(name) ?? [])]) place(from, name, () => true);
  }
  return usual.flatMap((name) => [name, ...(after.get(name) ?? [])]);
}

/** Every step to which ways lead from a step, itself only if one leads back. */
function reachedFrom(procedure: ProcedureDocument, name: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const toDo = [...nextOf(procedure, name)];
  for (let at = toDo.pop(); at !== undefined; at = toDo.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    toDo.push(...nextOf(procedure, at));
  }
  return reached;
}

const nextOf = ({ steps }: ProcedureDocument, name: string): readonly string[] => {
  const step = steps[name];
  return step ? edgesOf(name, step).map(({ to }) => to) : [];
};

function nodeOf(id: string, name: string, step: Step, rest: Pick<ChartNode, 'band' | 'usual' | 'clocks'>): ChartNode {
  const stays = edgesOf(name, step).flatMap(({ to, ways }) => (to === name ? ways : []));
  const actors = isActing(step) ? step.roles.map((role) => roleAtLevel(role, step.level)) : [];
  return { id, step: name, kind: step.kind, level: step.level, actors, stays, ...rest };
}

interface StepEdge {
  readonly to: string;
  readonly ways: readonly ChartWay[];
  readonly leavesBlock: boolean;
}

/** The ways out of a step, those to the same place together. */
function edgesOf(name: string, step: Step): readonly StepEdge[] {
  if (step.kind === 'fork') return Object.values(step.branches).map((to) => ({ to, ways: [], leavesBlock: false }));
  if (step.kind === 'join') return [{ to: step.to, ways: [], leavesBlock: false }];
  const edges = new Map<string, { to: string; ways: ChartWay[]; leavesBlock: boolean }>();
  for (const { act, outcome, to, leaves } of waysOut(name, step)) {
    const key = `${to} ${leaves === undefined}`;
    const edge = edges.get(key) ?? { to, ways: [], leavesBlock: leaves !== undefined };
    edge.ways.push({ act, ...(outcome === undefined ? {} : { outcome }) });
    edges.set(key, edge);
  }
  return [...edges.values()];
}
