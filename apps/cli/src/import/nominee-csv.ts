import { type Result, fail, ok } from '#libs/domain/kernel';
import { decodeText } from './decode-text.js';
import { readHeader } from './header-row.js';
import { type NomineeRow, identityOf } from './nominee-columns.js';
import { type RowError, RowErrors, quoted } from './row-error.js';
import { readNominee } from './nominee-row.js';
import { MOST_ROWS, splitRows } from './split-rows.js';
import { spoiltLetters } from './spoilt-letters.js';

/**
 * Reads a list of nominees: CSV in UTF-8, separated by commas or semicolons, headed in Vietnamese or English. All rows
 * or none: with anything wrong it answers every error with its place (at most 100), in the order of the file. Texts come
 * out in NFC with single spaces.
 */
export function parseNomineeCsv(bytes: Uint8Array): Result<readonly NomineeRow[], readonly RowError[]> {
  const text = decodeText(bytes);
  if (!text.ok) return fail([text.error]);
  const rows = splitRows(text.value);
  if (!rows.ok) return fail([rows.error]);
  const [first, ...others] = rows.value;
  if (!first) return fail([{ code: 'CSV_FILE_EMPTY', line: 1, column: 1 }]);

  const errors = new RowErrors();
  const spoilt = spoiltLetters(rows.value);
  for (const error of spoilt) errors.add(error);
  // Nothing else that is said about such a list would be true.
  if (spoilt.some(({ code, line }) => code === 'CSV_LEGACY_TEXT' || line === first.line)) return fail(errors.all);
  const header = readHeader(first);
  if (!header.ok) return fail(header.error);
  const body = others[0] && header.value.repeatedBy(others[0]) ? others.slice(1) : others;
  if (body.length === 0) return fail([{ code: 'CSV_FILE_EMPTY', line: first.line, column: 1 }]);

  const nominees: NomineeRow[] = [];
  const lines = new Map<string, number>();
  for (const [index, row] of body.entries()) {
    if (index === MOST_ROWS) {
      errors.add({ code: 'CSV_TOO_MANY_ROWS', line: row.line, column: 1, params: { limit: MOST_ROWS } });
      break;
    }
    const nominee = readNominee(row, header.value, errors);
    if (!nominee) continue;
    const identity = identityOf(nominee);
    const earlier = lines.get(identity);
    if (earlier === undefined) lines.set(identity, row.line);
    else {
      const column = header.value.indexOf('name') + 1;
      const heading = header.value.headings[column - 1]!;
      const found = quoted(nominee.name);
      errors.add({ code: 'CSV_NOMINEE_TWICE', line: row.line, column, heading, params: { line: earlier }, found });
    }
    nominees.push(nominee);
  }
  return errors.all.length > 0 ? fail(errors.all) : ok(nominees);
}
