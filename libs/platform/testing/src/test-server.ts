import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#libs/platform/embedded';

/** Where specs find the run's server: its superuser's URL. Set it yourself to test against a server of your own. */
export const TEST_SERVER_VARIABLE = 'VINHDANH_TEST_POSTGRES';

/**
 * Fast, and the same for who looks through SQL: commits, locks, isolation and errors are untouched. What is given up is only what a
 * power failure would take. SIGKILL of the server still loses nothing, because the system's cache outlives a process;
 * suites about crashes nevertheless start a server of their own with the durable settings.
 */
const FAST_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
  max_connections: '200',
};

const PREFIX = 'vinhdanh-test-';

/** The server of one run of the tests. */
export interface TestServer {
  readonly url: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** Starts the run's server in a folder of its own, after clearing away what killed runs left. */
export async function startTestServer(): Promise<TestServer> {
  await sweepLeftovers();
  const dataFolder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const started = await startEmbeddedPostgres({ dataFolder, settings: FAST_SETTINGS });
  if (!started.ok) {
    await rm(dataFolder, { recursive: true, force: true });
    throw new Error(`${started.error.sentence.en}\n${started.error.detail ?? ''}`);
  }
  const server = started.value;
  const end = async (): Promise<void> => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  let ending: Promise<void> | undefined;
  return { url: server.url, stop: () => (ending ??= end()) };
}

/** A run ended by SIGKILL cannot clean up: its server is adopted, ended and removed by the next one. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const dataFolder = join(tmpdir(), name);
    const left = await startEmbeddedPostgres({ dataFolder, settings: FAST_SETTINGS }).catch(() => undefined);
    if (left?.ok) await left.value.stop();
    // Another account's leftovers, or another run that sweeps at this moment: theirs to remove.
    await rm(dataFolder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
