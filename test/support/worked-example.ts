import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { parseProcedure, type Procedure } from '#libs/domain/procedure';
import { home } from '#libs/service/foundation';
import { hashOf } from '#libs/service/law';

/** Where the invented award of `docs/writing-a-procedure.md` lies, from the root. */
export const EXAMPLE_FILE = 'docs/examples/GK_NGON_DEN.2026.1.json';

export const exampleText = readFileSync(join(home, EXAMPLE_FILE), 'utf8');
export const exampleDocument: unknown = JSON.parse(exampleText);

/** The invented award as dossiers are bound to it. */
export const exampleProcedure: Procedure = {
  ...valueOf(parseProcedure(exampleDocument)),
  hash: hashOf(exampleDocument),
};

/** A fenced block of the page: what stands after the fence, and its lines. */
export interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** The fenced blocks of the page, in order. */
export const pageBlocks: readonly Block[] = [
  ...readFileSync(join(home, 'docs/writing-a-procedure.md'), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms),
].map(([, language = '', text = '']) => ({ language, lines: text.trimEnd().split('\n') }));
