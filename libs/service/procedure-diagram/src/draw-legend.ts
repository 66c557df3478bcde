import type { Bilingual, Language } from '#libs/domain/kernel';
import { actName, actorText, type ProcedureDocument, roleAtLevel, stepKindNames } from '#libs/domain/procedure';
import { drawMark } from './draw-card.js';
import { drawSample } from './draw-edge.js';
import { clockMark, kindMarks, staysMark } from './icons.js';
import { textLine } from './markup.js';
import { palette } from './palette.js';
import { linesOf, widthOf } from './text-size.js';

const words = {
  usual: { vi: 'đường đi thông thường', en: 'the usual way' },
  aside: { vi: 'đường khác', en: 'another way' },
  back: { vi: 'quay lại bước trước', en: 'back to an earlier step' },
  clock: { vi: 'thời hạn', en: 'time limit' },
  stays: { vi: 'kết quả ở lại bước này', en: 'an outcome that stays at the step' },
  beside: { vi: 'Ngoài đường đi:', en: 'Beside the way:' },
  at: { vi: 'ở {n}/{all} bước', en: 'at {n} of {all} steps' },
  staying: { vi: 'Không đổi bước:', en: 'Without leaving the step:' },
} as const satisfies Record<string, Bilingual>;

interface Piece {
  readonly text: string;
  readonly room: number;
  readonly draw: (x: number, y: number) => string;
}

/** What the shapes and lines mean, and what can be done beside the way. Answers its markup and how high it is. */
export function drawLegend(
  procedure: ProcedureDocument,
  language: Language,
  top: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  const kinds = (['task', 'decision', 'wait', 'notice', 'vote', 'sign', 'fork', 'join', 'end'] as const).map(
    (kind): Piece => ({
      text: stepKindNames[kind][language],
      room: 22,
      draw: (x, y) => drawMark(kindMarks[kind], x, y - 11),
    }),
  );
  const lines = (['usual', 'aside', 'back'] as const).map((kind): Piece => ({
    text: words[kind][language],
    room: 42,
    draw: (x, y) => drawSample(kind, x, y - 4),
  }));
  const marks: Piece[] = [
    { text: words.clock[language], room: 22, draw: (x, y) => drawMark(clockMark, x, y - 11, palette.clock) },
    { text: words.stays[language], room: 22, draw: (x, y) => drawMark(staysMark, x, y - 11, palette.back) },
  ];
  const markup: string[] = [];
  let y = top + 30;
  let x = LEFT;
  for (const piece of [...kinds, ...lines, ...marks]) {
    const needed = piece.room + widthOf(piece.text, 12) + 24;
    if (x > LEFT && x + needed > width) {
      x = LEFT;
      y += 24;
    }
    markup.push(
      piece.draw(x, y),
      textLine(piece.text, { x: x + piece.room, y, 'font-size': 12, fill: palette.second }),
    );
    x += needed;
  }
  y += 14;
  for (const line of besides(procedure, language).flatMap((text) => linesOf(text, width - 2 * LEFT, 12))) {
    y += 19;
    markup.push(textLine(line, { x: LEFT, y, 'font-size': 12, fill: palette.second }));
  }
  return { markup: markup.join(''), height: y + 24 - top };
}

const LEFT = 20;

/** Acts beside the way: those that lead on with who does them and how often that is possible, the others by name. */
function besides(procedure: ProcedureDocument, language: Language): readonly string[] {
  const all = Object.values(procedure.steps).filter(({ kind }) => !passed.has(kind)).length;
  const leading: string[] = [];
  const staying: string[] = [];
  for (const [act, side] of Object.entries(procedure.sideActs)) {
    if (!side || side.roles.length === 0) continue;
    const name = actName(act, language);
    if (side.to === undefined) {
      staying.push(name);
      continue;
    }
    const actors = side.roles.map((role) => actorText(procedure, roleAtLevel(role, ''), language, '')).join(', ');
    const open = side.at.filter((step) => !passed.has(procedure.steps[step]?.kind ?? 'end')).length;
    const at = words.at[language].replace('{n}', String(open)).replace('{all}', String(all));
    leading.push(`${name} → ${procedure.steps[side.to]?.names[language] ?? side.to} (${actors}; ${at})`);
  }
  return [
    ...(leading.length > 0 ? [`${words.beside[language]} ${leading.join(' · ')}.`] : []),
    ...(staying.length > 0 ? [`${words.staying[language]} ${staying.join(', ')}.`] : []),
  ];
}

const passed: ReadonlySet<string> = new Set(['fork', 'join', 'end']);
