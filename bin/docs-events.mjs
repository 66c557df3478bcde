// `npm run docs:events`: writes docs/events.md from the schemas; with --check it only says whether the page is up to date,
// and ends with 1 when it is not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root, say } from './setup.mjs';

await ensureInstalled();
await ensureBuilt();
const compiled = join(root, 'dist', 'libs', 'service', 'event-catalogue', 'src', 'index.js');
const { eventsDocument } = await import(pathToFileURL(compiled).href);

const page = join(root, 'docs', 'events.md');
const wanted = eventsDocument();
if (process.argv.includes('--check')) {
  if (readPage() !== wanted) {
    say('docs/events.md does not say what the schemas say: run `npm run docs:events` and commit it.');
    process.exit(1);
  }
} else {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(page, wanted);
}

function readPage() {
  try {
    return readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
