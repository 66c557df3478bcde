// `npm run docs:errors`: writes docs/errors.md from the catalogue, and from where the code gives each reason; with --check it
// only says whether the page is up to date, and ends with 1 when it is not.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compiled, writeOrCheck } from './generated.mjs';
import { root } from './setup.mjs';

const { errorsDocument } = await compiled('apps', 'api', 'src', 'docs', 'index.js');
writeOrCheck('errors.md', errorsDocument(usesOfCodes()), 'docs:errors');

/** Where each code stands in the code outside the catalogue, and which rules are named with it there. */
function usesOfCodes() {
  const found = {};
  const of = (code) => (found[code] ??= { places: new Set(), rules: new Set() });
  for (const { place, text } of sources()) {
    for (const [, code] of text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)) of(code).places.add(place);
    for (const [, code, rule] of text.matchAll(/refuse\(\s*'([A-Z0-9_]+)',\s*\{\s*rule:\s*'(R\d+)'/g))
      of(code).rules.add(rule);
  }
  const listed = (set) => [...set].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return Object.fromEntries(
    Object.entries(found).map(([code, { places, rules }]) => [code, { places: listed(places), rules: listed(rules) }]),
  );
}

function* sources() {
  for (const top of ['apps', 'libs']) {
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = `${top}/${name.split(sep).join('/')}`;
      const code =
        path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.startsWith('libs/domain/kernel/src/error');
      const place = /^(libs\/[^/]+\/[^/]+|apps\/[^/]+)\/src\//.exec(path)?.[1];
      if (code && place) yield { place, text: readFileSync(join(root, path), 'utf8') };
    }
  }
}
