// `npm run check`: format, lint, types, fences and generated documents; everything that must hold before the tests run.
import { ensureBuilt, ensureInstalled, root, run, say } from './setup.mjs';

await ensureInstalled();
// What the web app knows of the API is made from its description: without it nothing there has a type.
const { writeApiTypes } = await import('./web/api-types.mjs');
await writeApiTypes(root);
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
for (const pages of ['docs:events', 'docs:openapi', 'docs:errors', 'docs:procedure', 'procedures']) {
  const code = await run(npm, ['run', '--silent', pages, '--', '--check'], { shell: npm.endsWith('.cmd') });
  if (code !== 0) process.exit(code);
}
