import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';

/** A copy of the law as shipped in which one procedure asks for something besides; `drop` takes it away. */
export const lawWithCriteria = (procedure: string, criteria: object) => lawWith({ [procedure]: { criteria } });

/** The part of a procedure under which the deciding body's authority gives back what it cancelled. */
export const restorable = {
  cancellation: {
    grounds: ['false_merit'],
    restorable: { roles: ['authority'], source: 'Quy chế Art 9', confidence: 'design' },
    source: 'Quy chế Art 8',
    confidence: 'design',
  },
};

/** A copy of the law as shipped in which procedures say some parts otherwise. */
export function lawWith(changes: Readonly<Record<string, object>>): { readonly home: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-law-'));
  for (const part of ['law', 'procedures']) cpSync(join(home, part), join(folder, part), { recursive: true });
  for (const [procedure, parts] of Object.entries(changes)) {
    const file = join(folder, 'procedures', `${procedure}.json`);
    const document = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...document, ...parts }));
  }
  return { home: folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the law as shipped with a procedure made for tests besides: `HYCK.TEST.1`. */
export function lawWithFixture(name: string): { readonly home: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-law-'));
  for (const part of ['law', 'procedures']) cpSync(join(home, part), join(folder, part), { recursive: true });
  cpSync(join(home, 'test/fixtures/procedures', `${name}.json`), join(folder, 'procedures', `${name}.json`));
  return { home: folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
