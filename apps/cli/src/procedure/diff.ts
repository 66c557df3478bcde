import type { Language } from '#libs/domain/kernel';
import { differenceSectionNames, differencesOf, type ProcedureDocument } from '#libs/domain/procedure';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { findProcedure } from './find.js';

/** Says in words in what two procedures differ, head by head. Ends well whether they do or not. */
export function compareProcedures(
  root: string,
  before: string,
  after: string,
  language: Language,
  terminal: Terminal,
): ExitCode {
  const [one, other] = [findProcedure(root, before, language), findProcedure(root, after, language)];
  if (!one.ok || !other.ok) {
    for (const found of [one, other]) if (!found.ok) for (const line of found.error) terminal.err(line);
    return EXIT.failed;
  }
  terminal.out(`${titleOf(one.value)} → ${titleOf(other.value)}`);
  const differences = differencesOf(one.value, other.value);
  if (differences.length === 0) terminal.out({ vi: 'Không có gì khác.', en: 'No difference.' }[language]);
  let head: string | undefined;
  for (const { section, words } of differences) {
    if (section !== head) terminal.out(`\n${differenceSectionNames[section][language]}`);
    head = section;
    terminal.out(`  ${words[language]}`);
  }
  return EXIT.good;
}

const titleOf = ({ code, version }: ProcedureDocument): string => `${code} ${version}`;
