import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Language, Result } from '#libs/domain/kernel';
import type { Terminal } from '../terminal.js';
import { type RowError, sentenceOfRowError } from './row-error.js';

/** A list whose every line is good. */
export interface ReadList<Row> {
  readonly rows: readonly Row[];
  /** SHA-256 of the file: with where it is sent to, what makes the same list the same command. */
  readonly sha256: string;
}

/** Reads a list whole; `undefined` when it cannot be read or a line of it is wrong, and then the terminal was told why. */
export async function readList<Row>(
  file: string,
  parse: (bytes: Uint8Array) => Result<readonly Row[], readonly RowError[]>,
  language: Language,
  terminal: Terminal,
): Promise<ReadList<Row> | undefined> {
  const words = WORDS[language];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    terminal.err(words.unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error)));
    return undefined;
  }
  const rows = parse(bytes);
  if (rows.ok) return { rows: rows.value, sha256: createHash('sha256').update(bytes).digest('hex') };
  for (const error of rows.error) terminal.err(sentenceOfRowError(error, language));
  terminal.err(words.nothingSent(rows.error.length));
  return undefined;
}

const WORDS = {
  vi: {
    unreadable: (file: string, code: string) => `Không đọc được tệp ${file} (${code}).`,
    nothingSent: (errors: number) => `${errors} lỗi; chưa gửi gì.`,
  },
  en: {
    unreadable: (file: string, code: string) => `The file ${file} cannot be read (${code}).`,
    nothingSent: (errors: number) => `${errors} errors; nothing was sent.`,
  },
} as const;
