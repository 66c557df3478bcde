// `npm run screens [name …]`: pictures of every page, at the size of an office's screen and of a phone, into .screens. With names
// only those of routes that hold one of them.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, run } from './setup.mjs';

await ensureInstalled();
await ensureBuilt();
const program = join(root, 'dist', 'test', 'browser', 'screens.js');
process.exit(await run(pinnedNode(), ['--enable-source-maps', program, ...process.argv.slice(2)]));
