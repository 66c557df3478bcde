import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestServer, TEST_SERVER_VARIABLE } from '#libs/platform/testing';
import { runningServer } from './running-server.js';

/** What is used of jest's global configuration. */
interface Run {
  readonly rootDir: string;
  readonly runTestsByPath: boolean;
  readonly nonFlagArgs: readonly string[];
  readonly testPathPatterns: { toExecutor(options: { rootDir: string }): { isMatch(path: string): boolean } };
}

/** One PostgreSQL for the whole run, with a template of an office's database; workers inherit both names. A run of unit specs alone does not pay for it. */
export default async function globalSetup(run: Run): Promise<void> {
  if (process.env[TEST_SERVER_VARIABLE] || !(await needsServer(run))) return;
  const server = await startTestServer();
  process.env[TEST_SERVER_VARIABLE] = server.url;
  runningServer.keep(server);
  const { prepareTemplates } = await import('../office-templates.js');
  // Jest calls no teardown where the set-up failed: the server would go on without a run.
  await prepareTemplates().catch(async (error: unknown) => {
    await runningServer.stop();
    throw error;
  });
}

async function needsServer({ rootDir, runTestsByPath, nonFlagArgs, testPathPatterns }: Run): Promise<boolean> {
  if (runTestsByPath) return nonFlagArgs.some((path) => !path.includes('.unit.spec.'));
  const patterns = testPathPatterns.toExecutor({ rootDir });
  const files = await readdir(join(rootDir, 'dist'), { recursive: true });
  return files.some(
    (file) => /\.(int|e2e|browser)\.spec\.js$/.test(file) && patterns.isMatch(join(rootDir, 'dist', file)),
  );
}
