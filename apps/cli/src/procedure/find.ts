import { readFileSync } from 'node:fs';
import { type Language, type Result, fail, ok } from '#libs/domain/kernel';
import { nearestName, parseProcedure, type ProcedureDocument, sentenceOfProcedureFault } from '#libs/domain/procedure';
import { loadLaw, sentenceOfFault } from '#libs/service/law';

const words = {
  unknown: { vi: 'Không có quy trình {what}.', en: 'There is no procedure {what}.' },
  near: { vi: 'Có phải là {near}?', en: 'Is {near} meant?' },
  list: { vi: 'Xem các mã: vinhdanh procedure list.', en: 'The codes: vinhdanh procedure list.' },
  known: { vi: 'Các phiên bản của {code}: {versions}.', en: 'The versions of {code}: {versions}.' },
  noFile: { vi: 'Không đọc được {what}.', en: 'Cannot read {what}.' },
  noJson: { vi: '{what}: không phải JSON.', en: '{what}: it is no JSON.' },
} as const;

const say = (word: keyof typeof words, language: Language, params: Readonly<Record<string, string>>): string =>
  words[word][language].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

/**
 * The procedure that somebody names: a file (`*.json`), or a code with a version, `BK_TINH@R2025.1`; without a version the newest.
 * Refuses with sentences.
 */
export function findProcedure(
  root: string,
  what: string,
  language: Language,
): Result<ProcedureDocument, readonly string[]> {
  if (what.endsWith('.json')) return procedureOfFile(what, language);
  const law = loadLaw(root);
  if (!law.ok) return fail(law.error.map(sentenceOfFault));
  const [code = '', version] = what.split('@');
  const versions = law.value.procedures.filter((procedure) => procedure.code === code);
  const found = version === undefined ? versions.at(-1) : versions.find((procedure) => procedure.version === version);
  if (found) return ok(found);
  const others = versions.map((procedure) => procedure.version).join(', ');
  if (versions.length > 0) {
    return fail([say('unknown', language, { what }), say('known', language, { code, versions: others })]);
  }
  const near = nearestName(
    code,
    law.value.procedures.map((procedure) => procedure.code),
  );
  const remedy = near === undefined ? say('list', language, {}) : say('near', language, { near });
  return fail([say('unknown', language, { what }), remedy]);
}

function procedureOfFile(path: string, language: Language): Result<ProcedureDocument, readonly string[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail([say('noFile', language, { what: path })]);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return fail([say('noJson', language, { what: path })]);
  }
  const parsed = parseProcedure(document);
  return parsed.ok ? parsed : fail(parsed.error.map((fault) => sentenceOfProcedureFault(fault, language)));
}
