import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, fail, ok } from '#libs/domain/kernel';

/** What is wrong with a file of the law, and where: the file below the root folder, the path inside it. */
export interface LawFault {
  readonly file: string;
  /** `steps.intake.acts.receive.to`; empty when it is the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export interface LawFile {
  readonly file: string;
  readonly document: unknown;
}

export const fault = (file: string, message: string, path = ''): LawFault => ({ file, path, message });

/** The fault as one line for a terminal or a log. */
export const sentenceOfFault = ({ file, path, message }: LawFault): string =>
  path === '' ? `${file}: ${message}` : `${file}, at ${path}: ${message}`;

/** Reads one JSON file, strictly UTF-8: a file in a Windows encoding would otherwise be hashed with question marks in it. */
export function readLawFile(root: string, file: string): Result<LawFile, LawFault> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(root, file)));
    return ok({ file, document: JSON.parse(text) as unknown });
  } catch (error) {
    return fail(fault(file, whyUnreadable(error)));
  }
}

/** Reads the JSON files of a folder in the order of their names; other files are not looked at. */
export function readLawFolder(root: string, folder: string): Result<LawFile, LawFault>[] {
  try {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => readLawFile(root, `${folder}/${name}`));
  } catch (error) {
    return [fail(fault(folder, whyUnreadable(error)))];
  }
}

function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8';
  return code ? `it cannot be read (${code})` : `it is no JSON: ${message}`;
}
