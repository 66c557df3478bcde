import { type Bilingual, type Result, fail, ok } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Config } from '#libs/platform/config';
import { startEmbeddedPostgres, visitEmbeddedPostgres } from '#libs/platform/embedded';
import { DatabaseProblem, openDatabase } from '#libs/platform/postgres';
import { openEventStore } from '#libs/service/foundation';

/** A database to read in, and what was started to reach it. */
export interface OpenDatabase {
  /** Holds a password: never print it. */
  readonly url: string;
  close(): Promise<void>;
}

/** The log, for reading. */
export interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

/**
 * The database that the configuration means: an external one; the embedded one beside the process that runs it; or, when it is
 * stopped, started for as long as it is needed here. It never makes a new one.
 */
export async function reachDatabase(config: Config): Promise<Result<OpenDatabase, Bilingual>> {
  if (config.databaseUrl) return ok({ url: config.databaseUrl, close: async () => {} });
  const standing = await visitEmbeddedPostgres(config.dataFolder);
  if (standing.state === 'running') return ok({ url: standing.url, close: async () => {} });
  if (standing.state === 'absent') {
    return fail({
      vi: `Thư mục ${config.dataFolder} chưa có dữ liệu. Chạy vinhdanh start, hoặc đặt VINHDANH_DATA hay DATABASE_URL.`,
      en: `The folder ${config.dataFolder} holds no data yet. Run vinhdanh start, or set VINHDANH_DATA or DATABASE_URL.`,
    });
  }
  const started = await startEmbeddedPostgres({ dataFolder: config.dataFolder });
  return started.ok ? ok({ url: started.value.url, close: () => started.value.stop() }) : fail(started.error.sentence);
}

/** Opens the log for reading. Refuses with a sentence when there is no database, or none of ours. */
export async function openLog(config: Config): Promise<Result<OpenLog, Bilingual>> {
  const reached = await reachDatabase(config);
  if (!reached.ok) return reached;
  const { url } = reached.value;
  try {
    const database = openDatabase({ url, applicationName: 'vinhdanh command line', role: 'vinhdanh_reader', max: 1 });
    try {
      await database.ready();
    } finally {
      await database.close();
    }
  } catch (error) {
    await reached.value.close();
    if (error instanceof DatabaseProblem) return fail({ vi: error.message, en: error.message });
    throw error;
  }
  const store = openEventStore(config, { databaseUrl: url, applicationName: 'vinhdanh command line', readers: 1 });
  const close = async () => {
    await store.close();
    await reached.value.close();
  };
  return ok({ store, close });
}
