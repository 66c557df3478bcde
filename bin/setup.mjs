// What must be there before any of our programs can run: the dependencies, the pinned Node and the built code.
// Plain JavaScript on purpose: it runs in a fresh clone, on whatever Node is installed (20.19 or newer).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SMALLEST_NODE = [22, 22];
const LOCK_PATIENCE_MS = 300_000;

/** Says what is being done; on stderr, so that a program's own output stays clean. */
export const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** Runs a program to its end with our streams; resolves its exit code. With `together` nothing that it started outlives it. */
export function run(command, args, { together = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const group = together && process.platform !== 'win32';
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', detached: group, ...options });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    // npm's shell dies of a SIGTERM without telling us: what has lost its parent stops what it started.
    const parent = process.ppid;
    const orphaned = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
    child.once('error', reject).once('exit', (code, signal) => {
      clearInterval(orphaned);
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (group) endGroup(child.pid);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const quietly = { stdio: ['ignore', 2, 2] };

/** The Node our programs run on: the one pinned in the lock file, else the running one if it is new enough. */
export function pinnedNode() {
  const name = { win32: 'node-win', linux: 'node-linux' }[process.platform] ?? `node-${process.platform}`;
  const file = join(
    root,
    'node_modules',
    `${name}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(file)) return file;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > SMALLEST_NODE[0] || (major === SMALLEST_NODE[0] && minor >= SMALLEST_NODE[1])) return process.execPath;
  say(
    `Vinh Danh needs Node ${SMALLEST_NODE.join('.')} or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
  return process.exit(1);
}

/** A folder as a lock: two programs started at once install and build one after the other. */
async function alone(name, work) {
  const lock = join(root, '.cache', `${name}.lock`);
  const holder = join(lock, 'pid');
  mkdirSync(dirname(lock), { recursive: true });
  for (const start = Date.now(); ;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!holderLives(holder) || Date.now() - start > LOCK_PATIENCE_MS) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  writeFileSync(holder, String(process.pid));
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function holderLives(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // The holder makes the folder first and writes its number next: a missing number is young, not dead.
    if (error.code === 'ENOENT')
      return Date.now() - (statSync(dirname(file), { throwIfNoEntry: false })?.mtimeMs ?? 0) < 2_000;
    return error.code === 'EPERM';
  }
}

const fingerprint = (files) => {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

const stampHolds = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;

/** Installs exactly what the lock file names, unless that was done already. */
export async function ensureInstalled() {
  const lockText = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockText).digest('hex');
  const stamp = join(root, 'node_modules', '.vinhdanh-installed');
  if (stampHolds(stamp, wanted)) return;
  await alone('install', async () => {
    if (stampHolds(stamp, wanted)) return;
    if (!installedByNpm()) {
      say('Installing dependencies (about half a minute, once)…');
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        ...quietly,
        shell: npm.endsWith('.cmd'),
      });
      if (code !== 0) {
        say('npm ci did not succeed; the lines above say why. Nothing was started.');
        process.exit(code);
      }
    }
    writeFileSync(stamp, wanted);
  });
}

/** npm's own record of what it installed, newer than the lock file: then `npm ci` was run by hand. */
function installedByNpm() {
  const record = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return record !== undefined && record.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Compiles the sources and the web app when they changed since the last time. */
export async function ensureBuilt() {
  await Promise.all([ensureCompiled(), ensureWebBuilt()]);
}

/** All but the web app; with the tests, which are a part of the same tree. */
export async function ensureCompiled() {
  const code = ['apps', 'libs', 'test'].flatMap(filesBelow).filter((file) => !file.startsWith(WEB));
  await ensureMade('dist/.built-from', [...code, 'tsconfig.json', 'package-lock.json'], {
    lock: 'build',
    saying: 'Building…',
    outOfDate: ['dist/apps', 'dist/libs', 'dist/test'],
    program: [compiler(), '-p', 'tsconfig.json', '--noEmitOnError'],
  });
}

/** The web app; it is also made of the domain and of the description of the API. */
async function ensureWebBuilt() {
  const web = [WEB, join('libs', 'domain'), join('bin', 'web')]
    .flatMap(filesBelow)
    .filter((file) => !isGenerated(file));
  await ensureMade('dist/web/.built-from', [...web, join('docs', 'openapi.json'), 'package-lock.json'], {
    lock: 'build-web',
    saying: 'Building the web app…',
    outOfDate: ['dist/web'],
    program: [join(root, 'bin', 'build-web.mjs')],
  });
}

const WEB = join('apps', 'web');
const isGenerated = (file) => file.startsWith(join(WEB, 'src', 'api', 'generated'));

/** Runs a program of ours that makes something out of files, unless it was made of just these. */
async function ensureMade(stampFile, madeOf, { lock, saying, outOfDate, program }) {
  const wanted = fingerprint(madeOf);
  const stamp = join(root, stampFile);
  if (stampHolds(stamp, wanted)) return;
  await alone(lock, async () => {
    if (stampHolds(stamp, wanted)) return;
    say(saying);
    for (const old of [stampFile, ...outOfDate]) rmSync(join(root, old), { recursive: true, force: true });
    const code = await run(pinnedNode(), program, quietly);
    if (code !== 0) {
      say('The code does not compile; the lines above say where.');
      process.exit(code);
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

const compiler = () => {
  const manifest = createRequire(join(root, 'package.json')).resolve('@typescript/native/package.json');
  return join(dirname(manifest), 'bin', 'tsc');
};
