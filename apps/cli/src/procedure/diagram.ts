import { writeFileSync } from 'node:fs';
import type { Language } from '#libs/domain/kernel';
import { procedureDiagram } from '#libs/service/procedure-diagram';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { findProcedure } from './find.js';

/** Draws a procedure as SVG, to the terminal or into a file. */
export async function drawProcedure(
  root: string,
  what: string,
  { lang, out }: { readonly lang: Language; readonly out?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const found = findProcedure(root, what, lang);
  if (!found.ok) {
    for (const line of found.error) terminal.err(line);
    return EXIT.failed;
  }
  const svg = await procedureDiagram(found.value, lang);
  if (out === undefined) {
    terminal.out(svg.trimEnd());
    return EXIT.good;
  }
  try {
    writeFileSync(out, svg);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    terminal.err({ vi: `Không ghi được ${out} (${code}).`, en: `Cannot write ${out} (${code}).` }[lang]);
    return EXIT.failed;
  }
  terminal.out(out);
  return EXIT.good;
}
