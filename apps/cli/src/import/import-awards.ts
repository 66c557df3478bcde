import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Language } from '#libs/domain/kernel';
import { v5 as uuidv5 } from 'uuid';
import { ApiClient, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { parsePastAwardCsv, type PastAwardRow } from './past-award-csv.js';
import { sentenceOfRowError } from './row-error.js';

export interface AwardsOrder {
  readonly file: string;
  readonly unitId: string;
  readonly source: string;
  readonly covers?: { readonly from?: number; readonly to: number };
  /** Only shows what would be imported. */
  readonly preview: boolean;
  readonly url: string;
  readonly token: string | undefined;
}

/** Idempotency keys of imports are names in this space: unit and content of the file. */
const IMPORTS = '7c1e8b5e-6a52-5d0e-9c57-3f8f6f0c7c12';
const SHOWN = 10;

/** Sends a list of earlier awards to a unit's history, or shows what it would send. The same file again is the same command. */
export async function importAwards(order: AwardsOrder, language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = WORDS[language];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(order.file);
  } catch (error) {
    terminal.err(words.unreadable(order.file, (error as NodeJS.ErrnoException).code ?? String(error)));
    return EXIT.failed;
  }
  const lines = parsePastAwardCsv(bytes);
  if (!lines.ok) {
    for (const error of lines.error) terminal.err(sentenceOfRowError(error, language));
    terminal.err(words.nothingSent(lines.error.length));
    return EXIT.failed;
  }
  if (order.preview || order.token === undefined) {
    for (const [index, line] of lines.value.slice(0, SHOWN).entries()) terminal.out(`${index + 1}. ${shown(line)}`);
    terminal.out(words.preview(lines.value.length));
    return EXIT.good;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { source, covers, unitId } = order;
  const api = new ApiClient(order.url, order.token);
  const answer = await api.send(`/award-histories/${encodeURIComponent(unitId)}/import`, {
    body: { source, sha256, ...(covers ? { covers } : {}), recipients: lines.value },
    idempotencyKey: uuidv5(`${unitId}\n${sha256}`, IMPORTS),
  });
  if (!answer.ok) {
    terminal.err(sentenceOfProblem(answer.error, language));
    return EXIT.failed;
  }
  terminal.out(words.done(lines.value.length, unitId, answer.value.position));
  return EXIT.good;
}

/** What a line says, without what only serves to recognise the person. */
const shown = ({ name, unit, award, meritYear, decidedOn }: PastAwardRow): string =>
  [name, unit, award ?? '—', meritYear ?? decidedOn ?? ''].filter((text) => text !== '').join('; ');

const WORDS = {
  vi: {
    unreadable: (file: string, code: string) => `Không đọc được tệp ${file} (${code}).`,
    nothingSent: (errors: number) => `${errors} lỗi; chưa gửi gì.`,
    preview: (count: number) => `${count} dòng đọc được; chưa gửi gì (xem trước).`,
    done: (count: number, unit: string, position: string) =>
      `Đã nhập ${count} dòng khen thưởng vào ${unit} (vị trí ${position}).`,
  },
  en: {
    unreadable: (file: string, code: string) => `The file ${file} cannot be read (${code}).`,
    nothingSent: (errors: number) => `${errors} errors; nothing was sent.`,
    preview: (count: number) => `${count} lines are good; nothing was sent (preview).`,
    done: (count: number, unit: string, position: string) =>
      `${count} lines of earlier awards were imported into ${unit} (position ${position}).`,
  },
} as const;
