import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';

/** A copy of the law as shipped in which one procedure asks for something besides; `drop` takes it away. */
export const lawWithCriteria = (procedure: string, criteria: object): { readonly home: string; drop(): void } =>
  lawWith(procedure, (document) => ({ ...document, criteria }));

/** A copy of the law as shipped in which one procedure says something else. */
export function lawWith(
  procedure: string,
  change: (document: object) => object,
): { readonly home: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-law-'));
  for (const part of ['law', 'procedures']) cpSync(join(home, part), join(folder, part), { recursive: true });
  const file = join(folder, 'procedures', `${procedure}.json`);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as object)));
  return { home: folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the law as shipped with a procedure made for tests besides: `HYCK.TEST.1`. */
export function lawWithFixture(name: string): { readonly home: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-law-'));
  for (const part of ['law', 'procedures']) cpSync(join(home, part), join(folder, part), { recursive: true });
  cpSync(join(home, 'test/fixtures/procedures', `${name}.json`), join(folder, 'procedures', `${name}.json`));
  return { home: folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
