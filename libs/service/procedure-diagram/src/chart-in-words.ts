import type { Language } from '#libs/domain/kernel';
import {
  actorText,
  type Chart,
  type ChartEdge,
  type ChartNode,
  clockLimitText,
  levelNameOf,
  type ProcedureDocument,
  stepKindNames,
  wayText,
} from '#libs/domain/procedure';

/** The picture as text, for who does not see it: each step with its level, who acts, its limits and where it leads. */
export function chartInWords(procedure: ProcedureDocument, chart: Chart, language: Language): string {
  const drawn = new Map(chart.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string): string => {
    const step = drawn.get(id)?.step ?? id;
    return procedure.steps[step]?.names[language] ?? step;
  };
  return chart.nodes
    .filter(({ id, step }) => id === step)
    .map((node, index) => {
      const ways = chart.edges
        .filter(({ from }) => from === node.id)
        .map((edge) => wayInWords(procedure, node, edge, nameOf(edge.to), language));
      const parts = [...aboutStep(procedure, node, language), ...ways];
      return `${index + 1}. ${nameOf(node.id)}: ${parts.join('; ')}.`;
    })
    .join('\n');
}

function aboutStep(procedure: ProcedureDocument, node: ChartNode, language: Language): readonly string[] {
  const kind = stepKindNames[node.kind][language].toLocaleLowerCase();
  const actors = node.actors.map((actor) => actorText(procedure, actor, language, node.level));
  const clocks = node.clocks.flatMap((name) => {
    const clock = procedure.clocks[name];
    return clock ? [`${clock.names[language]}: ${clockLimitText(clock, language)}`] : [];
  });
  const place = node.kind === 'end' ? [] : [levelNameOf(procedure, node.level, language)];
  return [kind, ...place, ...actors, ...clocks];
}

function wayInWords(
  procedure: ProcedureDocument,
  { step }: ChartNode,
  { ways }: ChartEdge,
  to: string,
  language: Language,
): string {
  const said = ways.map((way) => wayText(procedure, step, way, language)).join(', ');
  return said === '' ? `→ ${to}` : `${said} → ${to}`;
}
