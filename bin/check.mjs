// `npm run check`: format, lint, types, fences and generated documents; everything that must hold before the tests run.
import { ensureBuilt, ensureInstalled, run, say } from './setup.mjs';

await ensureInstalled();
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
for (const step of ['format:check', 'lint', 'typecheck', 'fences']) {
  say(`— ${step}`);
  const code = await run(npm, ['run', '--silent', step], { shell: npm.endsWith('.cmd') });
  if (code !== 0) {
    say(`${step} failed.`);
    process.exit(code);
  }
}
say('— build');
await ensureBuilt();
say('— generated documents');
for (const pages of ['docs:events', 'docs:openapi', 'docs:errors', 'docs:procedure']) {
  const code = await run(npm, ['run', '--silent', pages, '--', '--check'], { shell: npm.endsWith('.cmd') });
  if (code !== 0) process.exit(code);
}
