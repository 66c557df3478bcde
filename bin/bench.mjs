// `node bin/bench.mjs <name> [options]`: installs and builds what is missing, then runs a bench of test/load.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, run, say } from './setup.mjs';

const [name = '', ...options] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();
const program = join(root, 'dist', 'test', 'load', `${name}-bench`, `${name}-bench.js`);
if (!existsSync(program)) {
  say(`There is no bench "${name}".`);
  process.exit(2);
}
process.exit(await run(pinnedNode(), ['--enable-source-maps', program, ...options], { cwd: process.cwd() }));
