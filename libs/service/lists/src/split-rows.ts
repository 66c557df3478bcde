import { type Result, fail, ok } from '#libs/domain/kernel';
import { parse } from 'csv-parse/sync';
import type { RowError } from './row-error.js';

/** One dossier holds at most so many nominees. */
export const MOST_ROWS = 2_000;

export interface CsvRow {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_BREAK = /\r\n|\n|\r/;

/** Splits a text into rows of cells; empty lines, and lines of nothing but separators, are no rows. */
export function splitRows(text: string): Result<readonly CsvRow[], RowError> {
  const firstLine = text.split(LINE_BREAK, 1)[0]!;
  if (firstLine.includes('\t') && !/[,;].*[,;]/.test(firstLine)) {
    return fail({ code: 'CSV_TAB_SEPARATED', line: 1, column: 1 });
  }
  const rows: CsvRow[] = [];
  let linesRead = 0;
  try {
    parse(text, {
      // The heading "cụm, khối" holds a comma, so a semicolon decides.
      delimiter: firstLine.includes(';') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        const begun = lines - (cells.join('').split(LINE_BREAK).length - 1);
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
        linesRead = lines;
        return null;
      },
    });
    return ok(rows);
  } catch (error) {
    return fail(quoteError(error, text, linesRead));
  }
}

/** Where quotes do not balance. A quote never closed is noticed at the end of the file only, but said where it opens. */
function quoteError(error: unknown, text: string, linesRead: number): RowError {
  const { code, lines, index } = error as { code?: string; lines?: number; index?: number };
  const place = { code: 'CSV_QUOTES_UNBALANCED', column: (index ?? 0) + 1 } as const;
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE') return { ...place, line: lines ?? 1 };
  if (code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
  const opens = text.split(LINE_BREAK).findIndex((line, at) => at >= linesRead && line.includes('"'));
  return { ...place, line: opens + 1 };
}
