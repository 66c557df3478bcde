import type { Language } from '#libs/domain/kernel';
import {
  actorText,
  type ChartNode,
  clockLimitText,
  type ProcedureDocument,
  stepKindNames,
  wayText,
} from '#libs/domain/procedure';
import { linesOf } from './text-size.js';

/** A line on a card, with the mark that stands before it. */
export interface CardLine {
  readonly text: string;
  readonly style: 'kind' | 'name' | 'actor' | 'clock' | 'stays';
  /** It goes on from the line before: no mark again. */
  readonly goesOn?: true;
}

/** What stands on a node, broken into lines, and the size that it takes. */
export interface Card {
  readonly node: ChartNode;
  readonly lines: readonly CardLine[];
  readonly width: number;
  readonly height: number;
}

export const lineStyles = {
  kind: { size: 11.5, height: 18, bold: false, indent: 20 },
  name: { size: 14, height: 19, bold: true, indent: 0 },
  actor: { size: 12, height: 17, bold: false, indent: 0 },
  clock: { size: 12, height: 17, bold: false, indent: 18 },
  stays: { size: 12, height: 17, bold: false, indent: 18 },
} as const;

export const PADDING = 12;
const WIDTH = 248;
const END_WIDTH = 148;

/** Lays the words of a node out. */
export function cardOf(procedure: ProcedureDocument, node: ChartNode, language: Language): Card {
  if (node.kind === 'fork' || node.kind === 'join') return { node, lines: [], width: 170, height: 8 };
  const width = node.kind === 'end' && !node.usual ? END_WIDTH : WIDTH;
  const lines = wordsOf(procedure, node, language).flatMap(({ text, style }) => broken(text, style, width));
  const height = lines.reduce((sum, { style }) => sum + lineStyles[style].height, 2 * PADDING - 2);
  return { node, lines, width, height };
}

function broken(text: string, style: CardLine['style'], width: number): CardLine[] {
  const { size, bold, indent } = lineStyles[style];
  return linesOf(text, width - 2 * PADDING - indent, size, bold).map((line, index) => ({
    text: line,
    style,
    ...(index > 0 ? { goesOn: true as const } : {}),
  }));
}

function wordsOf(procedure: ProcedureDocument, node: ChartNode, language: Language): Omit<CardLine, 'goesOn'>[] {
  const step = procedure.steps[node.step];
  const name = { text: step?.names[language] ?? node.step, style: 'name' as const };
  if (node.kind === 'end') return [{ text: stepKindNames.end[language], style: 'kind' }, name];
  const actors = node.actors.map((actor) => actorText(procedure, actor, language, node.level)).join(', ');
  return [
    { text: stepKindNames[node.kind][language], style: 'kind' },
    name,
    ...(actors === '' ? [] : [{ text: sentenceCase(actors), style: 'actor' as const }]),
    ...node.clocks.map((clock) => ({ text: clockText(procedure, clock, language), style: 'clock' as const })),
    ...node.stays.map((way) => ({ text: wayText(procedure, node.step, way, language), style: 'stays' as const })),
  ];
}

/** `Thẩm định: 20 ngày làm việc`; of a time that has to pass first, that it is one. */
function clockText({ clocks }: ProcedureDocument, name: string, language: Language): string {
  const clock = clocks[name];
  if (!clock) return name;
  const limit = clockLimitText(clock, language);
  const first = { vi: 'phải đủ ', en: 'no less than ' }[language];
  return `${clock.names[language]}: ${clock.binding === 'not_before' ? first : ''}${limit}`;
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
