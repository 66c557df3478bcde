// `node docker/prune.mjs <folder>`: lays the built system into an empty folder with all that it needs to run, and nothing else. The
// image is made of it, and the suite of the image starts every role from it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [target] = process.argv.slice(2);
if (!target) {
  process.stderr.write('Name the folder to lay the system into.\n');
  process.exit(2);
}
mkdirSync(target, { recursive: true });
if (readdirSync(target).length > 0) {
  process.stderr.write(`${target} is not empty.\n`);
  process.exit(1);
}

for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, file), join(target, file));
// Exactly what the lock names. No package needs to run a script; none gets to.
const install = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const { status } = spawnSync('npm', install, { cwd: target, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status ?? 1);
// The embedded PostgreSQL and the pinned Node: in a container the database is a service of its own, and Node is the image's. Other
// optional packages are the native parts that this machine needs, of KurrentDB's client and of argon2.
const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of Object.keys(optionalDependencies)) rmSync(join(target, 'node_modules', name), { recursive: true, force: true });
for (const file of ['package-lock.json', '.npmrc', 'node_modules/.package-lock.json', 'node_modules/.bin'])
  rmSync(join(target, file), { recursive: true, force: true });

const isForTests = (path) => /\.spec\.(js|js\.map|d\.ts)$/.test(path);
for (const floor of ['apps', 'libs'])
  cpSync(join(root, 'dist', floor), join(target, 'dist', floor), { recursive: true, filter: (path) => !isForTests(path) });
// The web app as it was built: it needs no library at run time.
cpSync(join(root, 'dist', 'web'), join(target, 'dist', 'web'), { recursive: true });
// Read at run time beside the code: the law, the procedures, the samples of `demo` and `doctor`, the SQL of the migrations, the fonts
// of papers with their licence.
for (const folder of ['law', 'procedures', 'samples']) cpSync(join(root, folder), join(target, folder), { recursive: true });
for (const entry of readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !(entry.name.endsWith('.sql') || entry.parentPath.includes(`${sep}assets`))) continue;
  const from = join(entry.parentPath, entry.name);
  const to = join(target, from.slice(root.length + 1));
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
