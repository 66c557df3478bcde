import type { Language } from '#libs/domain/kernel';
import { readNomineeList } from '#libs/service/lists';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { ApiClient, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { readList } from './read-list.js';

export interface ImportOrder {
  readonly file: string;
  readonly dossierId: string;
  readonly url: string;
  readonly token: string;
}

/** Idempotency keys of imports are names in this space: dossier and content of the file. */
const IMPORTS = '0a1f8b5e-6a52-5d0e-9c57-3f8f6f0c7c11';

const revisionOf = z.object({ revision: z.int() });

/**
 * Sends a list's nominees to a dossier in one command. The same file sent to the same dossier again, for instance after
 * the answer was lost, is the same command and adds nobody twice.
 */
export async function importList(order: ImportOrder, language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = WORDS[language];
  const list = await readList(order.file, readNomineeList, language, terminal);
  if (!list) return EXIT.failed;

  const api = new ApiClient(order.url, order.token);
  const path = `/dossiers/${encodeURIComponent(order.dossierId)}`;
  const seen = await api.read(path, revisionOf);
  const answer = seen.ok
    ? await api.send(`${path}/add-nominees`, {
        body: { nominees: list.rows },
        idempotencyKey: uuidv5(`${order.dossierId}\n${list.sha256}`, IMPORTS),
        ifMatch: seen.value.revision,
      })
    : seen;
  if (!answer.ok) {
    terminal.err(sentenceOfProblem(answer.error, language));
    return EXIT.failed;
  }
  terminal.out(words.done(list.rows.length, order.dossierId, answer.value.revision, answer.value.position));
  return EXIT.good;
}

const WORDS = {
  vi: {
    done: (count: number, dossier: string, revision: number, position: string) =>
      `Đã thêm ${count} đối tượng vào hồ sơ ${dossier} (bản ${revision}, vị trí ${position}).`,
  },
  en: {
    done: (count: number, dossier: string, revision: number, position: string) =>
      `${count} nominees were added to dossier ${dossier} (revision ${revision}, position ${position}).`,
  },
} as const;
