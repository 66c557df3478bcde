import { type ErrorCode, type RefusalParams, sentenceOf } from '#libs/domain/kernel';

/** The codes with which a list is refused: `CSV_…` and `XLSX_…` of the one catalogue. */
export type CsvErrorCode = Extract<ErrorCode, `CSV_${string}` | `XLSX_${string}`>;

/** One thing that is wrong in a list, and where. Lines and columns count from 1; line 1 is the first line of the file. */
export interface RowError {
  readonly code: CsvErrorCode;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly line: number;
  readonly column: number;
  /** The column's heading, once it is known. */
  readonly heading?: string;
  readonly params?: RefusalParams;
  /** What stood there, shortened. May name a person: for the screen of whoever sent the file, never for a log. */
  readonly found?: string;
}

const LONGEST_QUOTE = 60;

/** What stood in a cell, short enough for one line of a terminal and free of signs that a terminal would obey. */
export function quoted(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  const letters = Array.from(visible);
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…` : visible;
}

/** `Dòng 12, cột 3 (giới tính): Giá trị không hợp lệ; chỉ nhận: nam, nữ. Đang ghi: “Nam giới”.` */
export function sentenceOfRowError(error: RowError, language: 'vi' | 'en'): string {
  const words = language === 'vi' ? WORDS.vi : WORDS.en;
  const heading = error.heading ? ` (${error.heading})` : '';
  const sentence = sentenceOf({ code: error.code, ...(error.params ? { params: error.params } : {}) }, language);
  const found = error.found ? ` ${words.found}: “${error.found}”.` : '';
  const sheet = error.sheet === undefined ? '' : `${words.sheet} “${quoted(error.sheet)}”, `;
  const line = error.sheet === undefined ? words.line : words.line.toLowerCase();
  const column = error.sheet === undefined ? error.column : letterOf(error.column);
  return `${sheet}${line} ${error.line}, ${words.column} ${column}${heading}: ${sentence}${found}`;
}

/** As Excel calls a column: 1 is A, 27 is AA. */
function letterOf(column: number): string {
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return column > 26 ? `${letterOf(Math.floor((column - 1) / 26))}${letter}` : letter;
}

const WORDS = {
  vi: { sheet: 'Trang tính', line: 'Dòng', column: 'cột', found: 'Đang ghi' },
  en: { sheet: 'Sheet', line: 'Line', column: 'column', found: 'It says' },
};

/** Collects what is wrong: the first thing about each cell, in the order of the file, the first 100. */
export class RowErrors {
  static readonly MOST = 100;
  readonly #errors = new Map<string, RowError>();

  add(error: RowError): void {
    const cell = `${error.line}:${error.column}`;
    if (!this.#errors.has(cell)) this.#errors.set(cell, error);
  }

  get all(): readonly RowError[] {
    const inOrder = [...this.#errors.values()].sort((a, b) => a.line - b.line || a.column - b.column);
    return inOrder.slice(0, RowErrors.MOST);
  }
}
