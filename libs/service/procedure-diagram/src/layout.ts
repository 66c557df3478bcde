import type { Chart, ChartEdge } from '#libs/domain/procedure';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Card } from './card.js';
import { placedByLibrary } from './layout-thread.js';
import { type Ends, portsOf } from './ports.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A label with its lines and size, and after the layout its place: the upper left corner. */
export interface Label extends Point {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface PlacedCard extends Point {
  readonly card: Card;
}

export interface PlacedEdge {
  readonly edge: ChartEdge;
  readonly points: readonly Point[];
  readonly label?: Label;
}

/** Where everything lies, in pixels from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly edges: readonly PlacedEdge[];
}

type Lettering = Pick<Label, 'lines' | 'width' | 'height'>;

const options: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '5',
  'elk.layered.edgeLabels.sideSelection': 'SMART_DOWN',
  // Each step as soon after the one before as its band lets it: others pull what lies beside the way to the end of its band.
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.thoroughness': '20',
  'elk.padding': '[top=24,left=24,bottom=24,right=24]',
};

/** The usual way is drawn straight and short; a loop back bends around it. */
const priorities: Readonly<Record<ChartEdge['kind'], string>> = { usual: '20', aside: '2', back: '1' };

/**
 * Lays a chart out from top to bottom, each band below the one before. The layout is the library's (Eclipse Layout Kernel,
 * layered); the same chart comes out the same.
 */
export async function layOut(
  { nodes, edges }: Chart,
  cards: ReadonlyMap<string, Card>,
  letteringOf: (edge: ChartEdge) => Lettering | undefined,
): Promise<Layout> {
  const ports = portsOf({ nodes, edges }, cards);
  const graph: ElkNode = {
    id: 'chart',
    layoutOptions: options,
    children: nodes.map(({ id, band }) => {
      const { width = 0, height = 0 } = cards.get(id) ?? {};
      const own = ports.of(id);
      return {
        id,
        width,
        height,
        ...(own ? { ports: own } : {}),
        layoutOptions: {
          'elk.partitioning.partition': String(band),
          'elk.portConstraints': own ? 'FIXED_POS' : 'FREE',
        },
      };
    }),
    edges: edges.map((edge, index) => elkEdge(edge, index, ports.ends(index), letteringOf(edge))),
  };
  const placed = await placedByLibrary(graph);
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    cards: (placed.children ?? []).flatMap(({ id, x = 0, y = 0 }) => {
      const card = cards.get(id);
      return card ? [{ card, x, y }] : [];
    }),
    edges: (placed.edges ?? []).flatMap((each, index) => {
      const edge = edges[index];
      return edge ? [placedEdge(edge, each, letteringOf(edge))] : [];
    }),
  };
}

function elkEdge(
  { kind }: ChartEdge,
  index: number,
  { from, to }: Ends,
  lettering: Lettering | undefined,
): ElkExtendedEdge {
  const priority = priorities[kind];
  return {
    id: `e${index}`,
    // A loop back is handed over the other way round: then nothing goes in circles, and which line goes up is ours to say.
    sources: [kind === 'back' ? to : from],
    targets: [kind === 'back' ? from : to],
    layoutOptions: {
      'elk.layered.priority.straightness': priority,
      'elk.layered.priority.shortness': priority,
      'elk.layered.priority.direction': priority,
    },
    labels: lettering ? [{ text: 'x', width: lettering.width, height: lettering.height }] : [],
  };
}

function placedEdge(
  edge: ChartEdge,
  { sections = [], labels = [] }: ElkExtendedEdge,
  lettering?: Lettering,
): PlacedEdge {
  const down = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const points = edge.kind === 'back' ? down.toReversed() : down;
  const [at] = labels;
  return { edge, points, ...(lettering && at ? { label: { ...lettering, x: at.x ?? 0, y: at.y ?? 0 } } : {}) };
}
