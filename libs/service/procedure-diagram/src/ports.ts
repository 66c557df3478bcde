import type { Chart, ChartEdge } from '#libs/domain/procedure';
import type { ElkPort } from 'elkjs/lib/elk.bundled.js';
import type { Card } from './card.js';

/** Where an edge is fastened: to a port, or anywhere at a node. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface Ports {
  /** The ports of a node whose lines have fixed places. */
  readonly of: (node: string) => ElkPort[] | undefined;
  readonly ends: (edge: number) => Ends;
}

type Side = 'left' | 'right';

interface Fastening {
  readonly id: string;
  readonly at: 'top' | 'bottom';
  /** The usual way goes through the middle; everything else lies beside it, what leads far away outermost. */
  readonly side: Side | undefined;
  readonly far: number;
}

/**
 * Fastens the usual way to the middle of each card of it, so that it is one straight line, and all other lines beside it: those
 * to one neighbour on one side, the next neighbour on the other.
 */
export function portsOf({ nodes, edges }: Pick<Chart, 'nodes' | 'edges'>, cards: ReadonlyMap<string, Card>): Ports {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const fixed = new Set(
    nodes.filter(({ usual, kind }) => usual && kind !== 'fork' && kind !== 'join').map(({ id }) => id),
  );
  const sides = sidesOf(edges, fixed);
  const fastenings = new Map<string, Fastening[]>();
  const fasten = (node: string, end: 'from' | 'to', edge: ChartEdge, index: number): string => {
    if (!fixed.has(node)) return node;
    const id = `${node} ${end} ${index}`;
    // A loop back leaves the card above and comes in below, as the lines of the layout go down.
    const at = (end === 'from') === (edge.kind === 'back') ? 'top' : 'bottom';
    const far = Math.abs((place.get(edge.from) ?? 0) - (place.get(edge.to) ?? 0));
    const side = edge.kind === 'usual' ? undefined : sides.get(index);
    fastenings.set(node, [...(fastenings.get(node) ?? []), { id, at, side, far }]);
    return id;
  };
  const ends = edges.map((edge, index) => ({
    from: fasten(edge.from, 'from', edge, index),
    to: fasten(edge.to, 'to', edge, index),
  }));
  return {
    of: (node) => (fixed.has(node) ? portsAt(fastenings.get(node) ?? [], cards.get(node)) : undefined),
    ends: (edge) => ends[edge] ?? { from: '', to: '' },
  };
}

/**
 * Left or right for each edge: what only leads to an end lies on the left, loops back along the way on the right, and what is
 * beside the way and comes back by turns, the same for all lines to one neighbour.
 */
function sidesOf(edges: readonly ChartEdge[], fixed: ReadonlySet<string>): ReadonlyMap<number, Side> {
  const ofNeighbour = new Map<string, Side>();
  const turns = new Map<string, number>();
  const comesBack = (node: string): boolean =>
    edges.some(({ from, to, kind }) => from === node && (kind === 'back' || fixed.has(to)));
  const choose = (card: string, neighbour: string): Side => {
    if (!comesBack(neighbour)) return 'left';
    const turn = turns.get(card) ?? 0;
    turns.set(card, turn + 1);
    return turn % 2 === 0 ? 'right' : 'left';
  };
  const sides = new Map<number, Side>();
  edges.forEach(({ from, to, kind }, index) => {
    if (kind === 'usual') return;
    const neighbour = fixed.has(from) ? (fixed.has(to) ? undefined : to) : from;
    const card = fixed.has(from) ? from : to;
    const side = neighbour === undefined ? 'right' : (ofNeighbour.get(neighbour) ?? choose(card, neighbour));
    if (neighbour !== undefined) ofNeighbour.set(neighbour, side);
    sides.set(index, side);
  });
  return sides;
}

const GAP = 24;

function portsAt(fastenings: readonly Fastening[], card: Card | undefined): ElkPort[] {
  const { width = 0, height = 0 } = card ?? {};
  return (['top', 'bottom'] as const).flatMap((at) => {
    const here = fastenings.filter((each) => each.at === at);
    const onSide = (side: Side) =>
      here.filter((each) => each.side === side).toSorted((one, other) => one.far - other.far);
    const port = (id: string, x: number): ElkPort => ({
      id,
      x,
      y: at === 'top' ? 0 : height,
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': at === 'top' ? 'NORTH' : 'SOUTH' },
    });
    const spread = (side: Side): ElkPort[] => {
      const all = onSide(side);
      const gap = Math.min(GAP, (width / 2 - 12) / (all.length + 0.2));
      return all.map(({ id }, index) => port(id, width / 2 + (side === 'right' ? 1 : -1) * gap * (index + 1)));
    };
    const middle = here.filter(({ side }) => side === undefined).map(({ id }) => port(id, width / 2));
    return [...middle, ...spread('left'), ...spread('right')];
  });
}
