// The types of the API's client, made of docs/openapi.json: kept in no repository, so that they cannot drift from it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
// Not `immutable`: the client’s own types take lists that may not be changed for objects.
import openapiTypes, { astToString } from 'openapi-typescript';

const generated = ['apps', 'web', 'src', 'api', 'generated'];

/** Writes the types of all routes, and which of them take `minPosition`; does nothing where they are up to date. */
export async function writeApiTypes(root) {
  const text = readFileSync(join(root, 'docs', 'openapi.json'), 'utf8');
  const stamp = `// Made of docs/openapi.json ${createHash('sha256').update(text).digest('hex')}\n`;
  const types = join(root, ...generated, 'openapi.d.ts');
  if (existsSync(types) && readFileSync(types, 'utf8').startsWith(stamp)) return;
  const document = JSON.parse(text);
  mkdirSync(dirname(types), { recursive: true });
  writeFileSync(join(root, ...generated, 'reading-own-writes.ts'), `${stamp}${readingOwnWrites(document)}`);
  writeFileSync(types, `${stamp}${astToString(await openapiTypes(document))}`);
}

/** A reading takes the position of the reader's own last write only where it says so: others refuse what they do not know. */
function readingOwnWrites({ paths }) {
  const takes = ({ parameters = [] }) => parameters.some(({ name }) => name === 'minPosition');
  const which = Object.keys(paths).filter((path) => paths[path].get && takes(paths[path].get));
  return `/** The readings that wait for the reader's own last write. */\nexport const readingOwnWrites: ReadonlySet<string> = new Set(${JSON.stringify(which)});\n`;
}
