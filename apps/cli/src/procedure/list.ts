import type { Language } from '#libs/domain/kernel';
import { type Procedure, unknownFiguresOf } from '#libs/domain/procedure';
import { loadLaw, sentenceOfFault } from '#libs/service/law';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Every version of every procedure: code, version, regime, how sure it is, and the figures that nobody has read. */
export function listProcedures(root: string, language: Language, terminal: Terminal): ExitCode {
  const law = loadLaw(root);
  if (!law.ok) {
    for (const fault of law.error) terminal.err(sentenceOfFault(fault));
    return EXIT.failed;
  }
  for (const procedure of law.value.procedures) terminal.out(line(procedure, language));
  return EXIT.good;
}

function line(procedure: Procedure, language: Language): string {
  const { code, version, regime, confidence, names, receivable, notReceivable } = procedure;
  const unknown = unknownFiguresOf(procedure);
  const said = receivable
    ? unknown.length === 0
      ? ''
      : `  ${{ vi: 'chưa rõ', en: 'unknown' }[language]}: ${unknown.join(', ')}`
    : `  ${{ vi: 'không tiếp nhận', en: 'not receivable' }[language]}: ${notReceivable?.reason[language] ?? ''}`;
  return `${code.padEnd(10)} ${version.padEnd(8)} ${regime} ${confidence.padEnd(25)} ${names[language]}${said}`;
}
