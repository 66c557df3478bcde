// `npm test [jest options]`: installs and builds what is missing, runs every suite, and says in its last line how it went. With
// `--full` suites try every combination: role, page, language, size and time zone in the whole Chromium, each point of a kill on each queue.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, pinnedNode, root, run, say } from './setup.mjs';

await ensureInstalled();
await ensureBuilt();

const full = process.argv.includes('--full');
const env = { ...process.env, ...(full ? { VINHDANH_TEST_FULL: 'yes' } : {}) };
const needed = [
  { program: 'redis-server', whatFor: 'the queue’s suites', without: 'VINHDANH_TEST_WITHOUT_REDIS' },
  { program: 'docker-compose', whatFor: 'the suite of the compose file', without: 'VINHDANH_TEST_WITHOUT_COMPOSE' },
  ...(process.env.CHROMIUM_PATH
    ? []
    : [{ program: 'chromium', whatFor: 'the web app’s suites', without: 'VINHDANH_TEST_WITHOUT_CHROMIUM' }]),
];
// Without its windows the same Chromium takes a third less time; where there is none, the whole one does.
const quicker = process.env.CHROMIUM_PATH || full ? [] : ['chromium-headless-shell'];
const whyNot = ensurePrograms([...needed.map(({ program }) => program), ...quicker]);
for (const { program, whatFor, without } of needed) {
  if (isThere(program)) continue;
  const why = `${program} ${whyNot ?? 'could not be installed by apt-get.'}`;
  say(`Skipped are ${whatFor}: ${why}${program === 'chromium' ? ' CHROMIUM_PATH may name one.' : ''}`);
  env[without] = why;
}

const report = join(root, '.cache', 'jest.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const code = await run(
  pinnedNode(),
  [
    '--import',
    pathToFileURL(join(root, 'dist', 'test', 'support', 'runner', 'early-answer.js')).href,
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2).filter((each) => each !== '--full'),
  ],
  { env, stdio: ['ignore', 'ignore', 'inherit'], together: true },
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

function isThere(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Programs that suites need: Debian's, installed where we may. Answers why they are not, where we may not even try. */
function ensurePrograms(programs) {
  const missing = programs.filter((each) => !isThere(each));
  if (missing.length === 0) return undefined;
  if (process.getuid?.() !== 0)
    return `is not installed, and only root can install it (apt-get install ${missing.join(' ')}).`;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error)
    return 'is not installed, and this is not a Debian system.';
  say(`Installing ${missing.join(', ')} for the suites…`);
  // Only the program: Debian's package of a server would also start one on the default port.
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } };
  const install = (packages) =>
    spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet).status === 0;
  spawnSync('apt-get', ['update', '-q'], quiet);
  // One that cannot be had does not keep the others away.
  if (!install(missing)) for (const each of missing) install([each]);
  return undefined;
}
