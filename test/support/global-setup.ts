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

/** One PostgreSQL for the whole run; workers inherit its address. A run of unit specs alone does not pay for it. */
export default async function globalSetup(run: Run): Promise<void> {
  if (process.env[TEST_SERVER_VARIABLE] || !(await needsServer(run))) return;
  const server = await startTestServer();
  process.env[TEST_SERVER_VARIABLE] = server.url;
  runningServer.keep(server);
}

async function needsServer({ rootDir, runTestsByPath, nonFlagArgs, testPathPatterns }: Run): Promise<boolean> {
  if (runTestsByPath) return nonFlagArgs.some((path) => !path.includes('.unit.spec.'));
  const patterns = testPathPatterns.toExecutor({ rootDir });
  const files = await readdir(join(rootDir, 'dist'), { recursive: true });
  return files.some((file) => /\.(int|e2e)\.spec\.js$/.test(file) && patterns.isMatch(join(rootDir, 'dist', file)));
}
