import { startEmbeddedPostgres, type EmbeddedOptions } from '#libs/platform/embedded';

/**
 * A program: starts the embedded server that its argument describes, prints one line of JSON about it, and stays until it is told
 * `stop`, or killed.
 */
const options = JSON.parse(process.argv[2] ?? '') as EmbeddedOptions;
const started = await startEmbeddedPostgres(options);
if (started.ok) {
  const { url, port, pid, adopted } = started.value;
  process.stdin.once('data', () => {
    void started.value.stop().then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify({ ok: true, url, port, pid, adopted, uid: process.getuid?.() })}\n`);
} else {
  process.stdout.write(`${JSON.stringify({ ok: false, ...started.error })}\n`);
}
