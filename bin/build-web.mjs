// `npm run build:web`: types of the API, type check, bundle, compression; the result is dist/web, which `api` serves.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';
import { writeApiTypes } from './web/api-types.mjs';
import { precompress } from './web/precompress.mjs';
import { viteConfig } from './web/vite-config.mjs';

await writeApiTypes(root);
if (process.argv.includes('--types')) process.exit();
const manifest = createRequire(join(root, 'package.json')).resolve('@typescript/native/package.json');
const { status } = spawnSync(
  process.execPath,
  [join(dirname(manifest), 'bin', 'tsc'), '-p', 'apps/web/tsconfig.json'],
  { cwd: root, stdio: ['ignore', 2, 2] },
);
if (status !== 0) process.exit(status ?? 1);
await build(viteConfig(root));
await precompress(join(root, 'dist', 'web'));
