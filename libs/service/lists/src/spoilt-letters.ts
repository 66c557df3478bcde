import { holdsLegacySign, legacyWords } from './legacy-letters.js';
import { type RowError, quoted } from './row-error.js';
import type { CsvRow } from './split-rows.js';

/**
 * Cells whose letters were spoilt before the file became UTF-8: legacy fonts, lost letters, look-alikes. The whole list is
 * looked at first, headings included, for one spoilt cell makes every other message about it misleading.
 *
 * A single word that only might be legacy text (a foreign name can look like one) is let through; two different ones, or
 * one with a sign that no name has, are not.
 */
export function spoiltLetters(rows: readonly CsvRow[]): readonly RowError[] {
  const cells = rows.flatMap((row) =>
    row.cells.map((cell, index) => ({ text: cell.normalize('NFC'), line: row.line, column: index + 1 })),
  );
  const suspects = cells.map((cell) => ({ ...cell, legacy: legacyWords(cell.text) }));
  const words = new Set(suspects.flatMap(({ legacy }) => legacy.map(({ word }) => word.toLowerCase())));
  const certain = words.size > 1 || [...words].some(holdsLegacySign);
  return suspects.flatMap(({ text, line, column, legacy }): RowError[] => {
    const place = { line, column, found: quoted(text) };
    const [first] = legacy;
    if (first && certain) return [{ code: 'CSV_LEGACY_TEXT', ...place, params: { encoding: first.encoding } }];
    if (/\p{L}\?|\?\p{L}|\ufffd/u.test(text)) return [{ code: 'CSV_LETTERS_LOST', ...place }];
    const lookalike = /[ðÐ]/.exec(text)?.[0];
    if (!lookalike) return [];
    const wanted = lookalike === 'ð' ? 'đ' : 'Đ';
    return [{ code: 'CSV_LOOKALIKE_LETTER', ...place, params: { found: lookalike, wanted } }];
  });
}
