#!/usr/bin/env node
// `npx vinhdanh <command>`: makes sure that everything is installed and built, then runs the command line on the pinned Node.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, run } from './setup.mjs';

await ensureInstalled();
await ensureBuilt();
const main = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
process.exit(
  await run(
    pinnedNode(),
    ['--enable-source-maps', '--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    {
      cwd: process.cwd(),
    },
  ),
);
