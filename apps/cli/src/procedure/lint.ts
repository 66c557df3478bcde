import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bilingual, Language } from '#libs/domain/kernel';
import { checkDraft, fourEyesOf, type ProcedureDocument, sentenceOfDraftFault } from '#libs/domain/procedure';
import { loadLadders, sentenceOfFault } from '#libs/service/law';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

const words = {
  noFile: { vi: 'Không đọc được {path}.', en: 'Cannot read {path}.' },
  noJson: { vi: 'không phải JSON', en: 'it is no JSON' },
  noJsonAt: {
    vi: 'không phải JSON; xem dòng {line}: thường là thừa hoặc thiếu một dấu phẩy, ngoặc hay ngoặc kép',
    en: 'it is no JSON; see line {line}: mostly a comma, bracket or quotation mark too many or too few',
  },
  none: { vi: 'Không có quy trình nào trong {path}.', en: 'There is no procedure in {path}.' },
  good: {
    vi: '{files} quy trình, không có lỗi. Bốn mắt cần nhiều nhất {persons} người ở một hồ sơ.',
    en: '{files} procedures, no fault. Four eyes take {persons} people on a dossier at most.',
  },
  bad: { vi: '{files} quy trình, {faults} lỗi.', en: '{files} procedures, {faults} faults.' },
} as const satisfies Record<string, Bilingual>;

const said = (text: Bilingual, language: Language, params: Readonly<Record<string, string | number>> = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/**
 * Reads procedures from a folder or a file and says what is wrong with each: all for which its publication would be refused.
 * @param root the folder of the law, whose reminder ladders procedures name.
 */
export function lintProcedures(root: string, path: string, language: Language, terminal: Terminal): ExitCode {
  const files = filesOf(path);
  if (files === undefined || files.length === 0) {
    terminal.err(said(files ? words.none : words.noFile, language, { path }));
    return EXIT.failed;
  }
  const ladders = loadLadders(root);
  if (!ladders.ok) {
    for (const fault of ladders.error) terminal.err(sentenceOfFault(fault));
    return EXIT.failed;
  }
  const names = new Set(ladders.value.keys());
  let faults = 0;
  let persons = 1;
  for (const file of files) {
    const { lines, procedure } = faultsOf(file, names, language);
    for (const line of lines) terminal.out(`${basename(file)}: ${line}`);
    faults += lines.length;
    if (procedure) persons = Math.max(persons, fourEyesOf(procedure).persons);
  }
  const summary = faults === 0 ? words.good : words.bad;
  terminal.out(said(summary, language, { files: files.length, faults, persons }));
  return faults === 0 ? EXIT.good : EXIT.failed;
}

function filesOf(path: string): readonly string[] | undefined {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(path, name));
  } catch {
    return undefined;
  }
}

function faultsOf(
  file: string,
  ladders: ReadonlySet<string>,
  language: Language,
): { lines: readonly string[]; procedure?: ProcedureDocument } {
  let text = '';
  let document: unknown;
  try {
    text = readFileSync(file, 'utf8');
    document = JSON.parse(text);
  } catch (error) {
    return { lines: [noJson(text, error, language)] };
  }
  const checked = checkDraft(document, ladders);
  return checked.ok
    ? { lines: [], procedure: checked.value }
    : { lines: checked.error.map((fault) => sentenceOfDraftFault(fault, language)) };
}

/** Where the reading broke off is mostly a line after the slip, or the line itself. */
function noJson(text: string, error: unknown, language: Language): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return words.noJson[language];
  return said(words.noJsonAt, language, { line: text.slice(0, Number(position)).split('\n').length });
}
