import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { valueOf } from '#libs/domain/kernel';
import { parseProcedure, type Procedure } from '#libs/domain/procedure';

const root = new URL('../../../', import.meta.url);

function proceduresIn(folder: string): Procedure[] {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const text = readFileSync(new URL(`${folder}${name}`, root), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    return { ...valueOf(parseProcedure(JSON.parse(text))), hash };
  });
}

/** The whole catalogue as shipped. */
export const catalogue: readonly Procedure[] = proceduresIn('procedures/');

/** The two awards that the worked cases are about. */
export const shipped: readonly Procedure[] = catalogue.filter(({ code }) => code === 'BK_TINH' || code === 'CSTDCS');

/** Procedures made to test what no shipped one has: 90 %, two levels, clocks that restart, run on or are unknown. */
export const madeForTests: readonly Procedure[] = proceduresIn('test/fixtures/procedures/');

export const allProcedures: readonly Procedure[] = [...shipped, ...madeForTests];

/** One version, `BK_TINH@R2025.1`. */
export function procedureNamed(name: string): Procedure {
  const found = [...catalogue, ...madeForTests].find(({ code, version }) => `${code}@${version}` === name);
  if (!found) throw new Error(`There is no procedure ${name}.`);
  return found;
}
