import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue } from '#libs/domain/kernel';
import { home } from '#libs/service/foundation';

/** Refusals that no test meets, and why. */
const unmet: Readonly<Record<string, string>> = {
  ADDRESS_UNUSABLE: 'the API cannot listen: seen at a start by hand',
  DOCUMENT_STORE_UNAVAILABLE: 'the disk or the bucket is away while a request runs',
  NO_DECISION_TO_COPY: 'no file of the catalogue lets copies go out before a decision',
  OPINION_PASSED_OVER: 'needs two levels of one body that ask the same',
  POSITION_ROLES_DIFFERED: 'needs an act of a day on which the position could do something else',
  STATISTICS_TOO_MANY_GROUPS: 'needs more than five thousand groups',
  XLSX_PASSWORD: 'a second guard: a locked workbook is refused before it is opened',
};

/** All that tests say: the specs and what they share. */
function testTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testTexts(path);
    const isTest = /\.(spec|suite|runners|conformance)\.ts$/.test(entry.name);
    return isTest && entry.name !== 'every-refusal.unit.spec.ts' ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('every reason for a no', () => {
  const all = ['libs', 'apps', 'test'].flatMap((folder) => testTexts(join(home, folder))).join('\n');
  const named = new Set(all.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g));

  it('is met by a test', () => {
    const codes = Object.keys(errorCatalogue);
    expect(codes.filter((code) => !named.has(code) && !(code in unmet))).toEqual([]);
    expect(Object.keys(unmet).filter((code) => !codes.includes(code) || named.has(code))).toEqual([]);
  });
});
