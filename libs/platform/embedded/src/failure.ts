import { type ErrorCode, fail, type RefusalParams, refuse, type Result, sentenceOf } from '#libs/domain/kernel';

/** A sentence for people, in both languages. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** Why the embedded server does not run. One code per cause; the sentence is complete without the detail. */
export interface EmbeddedFailure {
  readonly code: Extract<ErrorCode, `EMBEDDED_${string}`>;
  readonly sentence: Sentence;
  /** The last lines of the server's log or of initdb's output, for who has to look further. English, as PostgreSQL speaks. */
  readonly detail?: string;
}

export type Attempt<T> = Result<T, EmbeddedFailure>;

/** The sentence of the catalogue for a code, with its parameters filled in. */
export function say(code: ErrorCode, params: RefusalParams = {}): Sentence {
  const { error } = refuse(code, { params });
  return { vi: sentenceOf(error, 'vi'), en: sentenceOf(error, 'en') };
}

export function failure(code: EmbeddedFailure['code'], params: RefusalParams = {}, detail = '') {
  return fail<EmbeddedFailure>({ code, sentence: say(code, params), ...(detail ? { detail } : {}) });
}

/** What a file system answers; Node's errors carry it in `code`. */
export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG', 'EISDIR']);

/** Turns what the file system refuses into a failure; anything else is a bug and is thrown on. */
export function failureOfFileSystem(error: unknown, folder: string) {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('EMBEDDED_DISK_FULL', { folder });
  if (code !== undefined && UNWRITABLE.has(code))
    return failure('EMBEDDED_FOLDER_UNWRITABLE', { folder, reason: code });
  throw error;
}
