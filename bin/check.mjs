// `npm run check`: format, build with all types, lint, fences and generated documents; everything that must hold before the tests run.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, root, run, say } from './setup.mjs';

await ensureInstalled();
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const shell = npm.endsWith('.cmd');

say('— format:check');
const formatted = await run(npm, ['run', '--silent', 'format:check'], { shell });
if (formatted !== 0) fail('format:check', formatted);

// Types are checked by what builds. What does not compile need not be looked at further.
say('— build');
await ensureBuilt();

const documents = ['docs:events', 'docs:openapi', 'docs:errors', 'docs:procedure', 'procedures'];
const steps = ['lint', 'fences', ...documents.map((each) => `${each} -- --check`)];
const waiting = [...steps];
await Promise.all([oneAfterTheOther(), oneAfterTheOther()]);

/** Two at a time, since most of them keep one processor busy; each is told when it has ended, with all that it said. */
async function oneAfterTheOther() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { code, said } = await told(step);
    say(`— ${step.split(' ')[0]}`);
    process.stdout.write(said);
    if (code !== 0) fail(step, code);
  }
}

function told(step) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(npm, ['run', '--silent', ...step.split(' ')], { cwd: root, shell });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function fail(step, code) {
  say(`${step} failed.`);
  process.exit(code);
}
