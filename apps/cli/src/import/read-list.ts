import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Language, Result } from '#libs/domain/kernel';
import { type RowError, sentenceOfRowError } from '#libs/service/lists';
import type { Terminal } from '../terminal.js';

/** A list whose every line is good. */
export interface ReadList<Row> {
  readonly rows: readonly Row[];
  /** SHA-256 of the file: with where it is sent to, what makes the same list the same command. */
  readonly sha256: string;
}

/** Reads a list whole; `undefined` when it cannot be read or a line of it is wrong, and then the terminal was told why. */
export async function readList<Row>(
  file: string,
  read: (bytes: Uint8Array) => Promise<Result<readonly { readonly row: Row }[], readonly RowError[]>>,
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
  const listed = await read(bytes);
  if (listed.ok) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { rows: listed.value.map(({ row }) => row), sha256 };
  }
  for (const error of listed.error) terminal.err(sentenceOfRowError(error, language));
  terminal.err(words.nothingSent(listed.error.length));
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
