// Pages that are written from the code: each script writes its page, and with --check only says whether it is up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureCompiled, ensureInstalled, root, say } from './setup.mjs';

/** What a compiled module exports, by its place under dist. */
export async function compiled(...place) {
  await ensureInstalled();
  await ensureCompiled();
  return import(pathToFileURL(join(root, 'dist', ...place)).href);
}

/** Writes a page of docs, or ends with 1 when it is to be checked and does not say what the code says. */
export function writeOrCheck(name, wanted, script) {
  const page = join(root, 'docs', name);
  if (process.argv.includes('--check')) {
    if (readPage(page) !== wanted) {
      say(`docs/${name} does not say what the code says: run \`npm run ${script}\` and commit it.`);
      process.exit(1);
    }
  } else {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, wanted);
  }
}

function readPage(page) {
  try {
    return readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
