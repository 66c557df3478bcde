// `npm test [jest options]`: installs and builds what is missing, runs every suite, and says in its last line how it went. With
// `--full` suites try every combination: role, page, language, size and time zone in the whole Chromium, each point of a kill on each queue.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, run, say } from './setup.mjs';

await ensureInstalled();
await ensureBuilt();

const full = process.argv.includes('--full');
const env = { ...process.env, ...(full ? { VINHDANH_TEST_FULL: 'yes' } : {}) };
const whyNoRedis = ensureProgram('redis-server', 'redis-server', 'the queue’s suites');
if (whyNoRedis) {
  say(`The suites that need a Redis server are skipped: ${whyNoRedis}`);
  env.VINHDANH_TEST_WITHOUT_REDIS = whyNoRedis;
}

const whyNoCompose = ensureProgram('docker-compose', 'docker-compose', 'the suite of the compose file');
if (whyNoCompose) {
  say(`The suite of the compose file is skipped: ${whyNoCompose}`);
  env.VINHDANH_TEST_WITHOUT_COMPOSE = whyNoCompose;
}

const whyNoChromium = process.env.CHROMIUM_PATH
  ? undefined
  : ensureProgram('chromium', 'chromium', 'the web app’s suites');
if (whyNoChromium) {
  say(`The suites that need a browser are skipped: ${whyNoChromium} CHROMIUM_PATH may name one.`);
  env.VINHDANH_TEST_WITHOUT_CHROMIUM = whyNoChromium;
}
// Without its windows the same Chromium takes a third less time; where there is none, the whole one does.
if (!whyNoChromium && !process.env.CHROMIUM_PATH && !full)
  ensureProgram('chromium-headless-shell', 'chromium-headless-shell', 'the web app’s suites, to be quicker');

const report = join(root, '.cache', 'jest.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const code = await run(
  pinnedNode(),
  [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2).filter((each) => each !== '--full'),
  ],
  { env, stdio: ['ignore', 'ignore', 'inherit'] },
);

let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  say('jest ended without a report.');
  process.exit(code || 1);
}
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests + result.numTodoTests;
if (skipped > 0 && process.env.CI) say(`${skipped} tests were skipped; in CI none may be.`);
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(code !== 0 ? code : skipped > 0 && process.env.CI ? 1 : 0);

/** A program that suites need: Debian's, installed where we may. Answers why there is none. */
function ensureProgram(program, pkg, whatFor) {
  const there = () => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  if (there()) return undefined;
  if (process.getuid?.() !== 0)
    return `${program} is not installed, and only root can install it (apt-get install ${pkg}).`;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error)
    return `${program} is not installed, and this is not a Debian system.`;
  say(`Installing ${pkg} for ${whatFor}…`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], quiet);
  // Only the program: Debian's package of a server would also start one on the default port.
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', pkg], {
    ...quiet,
    env: { ...quiet.env, RUNLEVEL: '1' },
  });
  return there() ? undefined : `apt-get could not install ${pkg}.`;
}
