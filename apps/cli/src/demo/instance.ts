import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#libs/platform/config';
import { valueOf } from '#libs/domain/kernel';
import { TravellingClock } from '#libs/service/foundation';
import { type Standalone, runStandalone } from '../../../standalone/src/standalone.js';

/** A whole system of its own, in a folder that nobody else knows, whose clock can be set. */
export interface Instance {
  readonly system: Standalone;
  readonly clock: TravellingClock;
  readonly folder: string;
  /** The mails written so far, oldest first. */
  mails(): Promise<readonly Mail[]>;
  /** Stops everything and, unless it is to be kept, removes the folder. */
  end(options: { keep: boolean }): Promise<void>;
}

export interface Mail {
  readonly file: string;
  readonly text: string;
}

export interface InstanceOptions {
  /** Of the system's own log, on the error stream; a story should not be interrupted by it. */
  readonly logLevel: string;
  /** Where the log is; without it with everything else, in the throw-away database. */
  readonly kurrentDbUrl?: string;
}

export async function openInstance({ logLevel, kurrentDbUrl }: InstanceOptions): Promise<Instance> {
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-demo-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  // Nothing else of the environment: a demonstration must never reach an office's servers.
  const config = readConfig({
    VINHDANH_DATA: join(folder, 'data'),
    VINHDANH_PORT: '0',
    VINHDANH_SWEEP_SECONDS: '1',
    // A story asks again and again whether something has happened.
    VINHDANH_RATE_PER_MINUTE: '1000000',
    VINHDANH_LOG_LEVEL: logLevel,
    KURRENTDB_URL: kurrentDbUrl,
  });
  const clock = new TravellingClock();
  try {
    const system = await runStandalone({ config: valueOf(config), clock, empty: true });
    return {
      system,
      clock,
      folder,
      mails: () => mailsIn(folder),
      end: async ({ keep }) => {
        await system.stop();
        if (!keep) await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function mailsIn(folder: string): Promise<readonly Mail[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter(({ name }) => name.endsWith('.eml'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.sort().map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
}
