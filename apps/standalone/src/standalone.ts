import { mkdir } from 'node:fs/promises';
import type { Clock } from '#libs/domain/kernel';
import { type Config, isOnlyHere } from '#libs/platform/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/platform/embedded';
import { enterCalendarAtStart } from '#libs/service/commands';
import { type Foundation, type RunningRole, StartFailure, home, openFoundation } from '#libs/service/foundation';
import { startApi } from '../../api/src/api.js';
import { startProjector } from '../../projector/src/projector.js';
import { startWorker } from '../../worker/src/worker.js';
import { type SampleAccount, accountsFileOf, openSampleAccounts } from './sample-accounts.js';
import { establishSampleOffice, loadSampleProvince } from './sample-province.js';
import { loadSamples, type SamplesLoaded, samplesAreMissing } from './samples/load-samples.js';

export interface StandaloneOptions {
  readonly config: Config;
  /** Only instances that are thrown away may travel in time. */
  readonly clock?: Clock;
  /** Without the sample province's dossiers; its accounts and their positions are there all the same. */
  readonly empty?: boolean;
}

export interface Standalone extends RunningRole {
  readonly url: string;
  readonly config: Config;
  readonly foundation: Foundation;
  readonly accounts: readonly SampleAccount[];
  readonly accountsFile: string;
  /** The dossiers of the sample province, while they are being loaded; `undefined` where there are none to load. */
  readonly samples?: Promise<SamplesLoaded | undefined>;
}

/** All roles in one process; the database embedded, unless the configuration names one. Throws StartFailure. */
export async function runStandalone({ config, clock, empty = false }: StandaloneOptions): Promise<Standalone> {
  // What was started, newest last: undone in reverse, also when the next thing fails to start.
  const started: RunningRole[] = [];
  const stop = async () => {
    for (let role = started.pop(); role; role = started.pop()) await role.stop();
  };
  try {
    const { broken, ...database } = await databaseOf(config, started);
    const foundation = await openFoundation(config, {
      role: 'standalone',
      home,
      ...database,
      ...(clock ? { clock } : {}),
    });
    started.push({ stop: () => foundation.close() });
    await enterCalendarAtStart(foundation);
    // Samples are for one's own machine: where others can reach the system, neither people nor dossiers are invented.
    const accounts = isOnlyHere(config)
      ? await openSampleAccounts(foundation.accounts, foundation.passwords, config.dataFolder)
      : [];
    if (isOnlyHere(config)) await establishSampleOffice(foundation);
    const withSamples = !empty && isOnlyHere(config) && config.samples !== 'none';
    if (withSamples) await loadSampleProvince(foundation);
    started.push(await startProjector(foundation));
    const loading = withSamples && config.samples === 'all' && (await samplesAreMissing(foundation));
    if (!loading) started.push(await startWorker(foundation));
    const api = await startApi(foundation);
    started.push(api);
    const samples = loading ? loadThenWork(foundation, started) : undefined;
    const accountsFile = accountsFileOf(config.dataFolder);
    const what = { ...(broken ? { broken } : {}), ...(samples ? { samples } : {}) };
    return { url: api.url, config, foundation, accounts, accountsFile, stop, ...what };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Loads the samples while the system serves, and lets the worker begin when they are there: what was due months ago in their
 * stories is done in them, and would else be reminded of now.
 */
function loadThenWork(foundation: Foundation, started: RunningRole[]): Promise<SamplesLoaded | undefined> {
  const cut = new AbortController();
  const { log } = foundation;
  const loading = loadSamples(foundation, { signal: cut.signal }).catch((err: unknown) => {
    const reason = err instanceof StartFailure ? { reason: err.message } : {};
    log.error({ err, ...reason }, 'the sample dossiers could not be loaded');
    return undefined;
  });
  const done = loading.then(async (loaded) => {
    if (!cut.signal.aborted) worker = await startWorker(foundation);
    return loaded;
  });
  let worker: RunningRole | undefined;
  started.push({
    stop: async () => {
      cut.abort();
      await done.catch(() => undefined);
      await worker?.stop();
    },
  });
  return done;
}

interface DatabaseOf {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly broken?: Promise<string>;
}

async function databaseOf(config: Config, started: RunningRole[]): Promise<DatabaseOf> {
  if (config.databaseUrl) {
    await mkdir(config.dataFolder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw new StartFailure(`The data folder ${config.dataFolder} cannot be made (${error.code}).`);
    });
    return { databaseUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl };
  }
  const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder });
  if (!server.ok)
    throw new StartFailure(
      [server.error.sentence.vi, server.error.sentence.en, server.error.detail ?? ''].join('\n').trimEnd(),
    );
  const embedded: EmbeddedPostgres = server.value;
  started.push(embedded);
  for (const notice of embedded.notices) process.stderr.write(`${notice.vi}\n${notice.en}\n`);
  return { databaseUrl: embedded.url, ownerUrl: embedded.url, broken: endOf(embedded) };
}

const LOOK_EVERY_MS = 1_000;

/** Without its database the system only says 503. Whoever runs it is told, and the next start replays the server's log. */
function endOf({ pid }: EmbeddedPostgres): Promise<string> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(look);
      resolve(
        'PostgreSQL nhúng đã dừng đột ngột. Hãy khởi động lại; những gì đã xác nhận vẫn còn nguyên.\n' +
          'The embedded PostgreSQL has ended by itself. Start again; what was acknowledged is still there.',
      );
    }, LOOK_EVERY_MS).unref();
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
