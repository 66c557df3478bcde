import type { Paper } from './paper.js';
import type { PaperFormat } from './paper-kinds.js';

/** What a file is called: for people, and for programs that know no letters but those of ASCII. */
export interface FileNames {
  readonly fileName: string;
  readonly asciiName: string;
}

/** `Quyết định 77-QĐ-UBND.pdf`: kind and number, and no name of anybody. */
export function fileNames({ kind, title }: Pick<Paper, 'kind' | 'title'>, format: PaperFormat): FileNames {
  // What a drive or a shell would take for something else: a number has a slash in it.
  const safe = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, '-')
    .trim();
  return { fileName: `${safe}.${format}`, asciiName: `${kind}.${format}` };
}

/** `Content-Disposition` of a file that is to be saved (RFC 6266, RFC 8187). */
export const disposition = ({ fileName, asciiName }: FileNames): string =>
  `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/[!'()*]/g, percent)}`;

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
