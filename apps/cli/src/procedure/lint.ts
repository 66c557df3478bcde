import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bilingual, Language } from '#libs/domain/kernel';
import {
  checkSoundness,
  fourEyesOf,
  parseProcedure,
  type ProcedureDocument,
  runText,
  sentenceOfProcedureFault,
} from '#libs/domain/procedure';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

const words = {
  noFile: { vi: 'Không đọc được {path}.', en: 'Cannot read {path}.' },
  noJson: { vi: 'không phải JSON', en: 'it is no JSON' },
  none: { vi: 'Không có quy trình nào trong {path}.', en: 'There is no procedure in {path}.' },
  run: { vi: 'ví dụ', en: 'for example' },
  good: {
    vi: '{files} quy trình, không có lỗi. Bốn mắt cần nhiều nhất {persons} người ở một hồ sơ.',
    en: '{files} procedures, no fault. Four eyes take {persons} people on a dossier at most.',
  },
  bad: { vi: '{files} quy trình, {faults} lỗi.', en: '{files} procedures, {faults} faults.' },
} as const satisfies Record<string, Bilingual>;

const said = (text: Bilingual, language: Language, params: Readonly<Record<string, string | number>> = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** Reads procedures from a folder or a file and says what is wrong with each: its shape and names, and its way as a whole. */
export function lintProcedures(path: string, language: Language, terminal: Terminal): ExitCode {
  const files = filesOf(path);
  if (files === undefined || files.length === 0) {
    terminal.err(said(files ? words.none : words.noFile, language, { path }));
    return EXIT.failed;
  }
  let faults = 0;
  let persons = 1;
  for (const file of files) {
    const { lines, procedure } = faultsOf(file, language);
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

function faultsOf(file: string, language: Language): { lines: readonly string[]; procedure?: ProcedureDocument } {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { lines: [words.noJson[language]] };
  }
  const parsed = parseProcedure(document);
  if (!parsed.ok) return { lines: parsed.error.map((fault) => sentenceOfProcedureFault(fault, language)) };
  const lines = checkSoundness(parsed.value).map(({ path, words: sentence, run }) => {
    const example = run.length === 0 ? '' : ` (${words.run[language]}: ${runText(run)})`;
    return `${path}: ${sentence[language]}${example}`;
  });
  return { lines, procedure: parsed.value };
}
