import type { Language } from '#libs/domain/kernel';
import { EventStoreUnavailable, type EventStore } from '#libs/engine/event-store';
import { type Config, readConfig } from '#libs/platform/config';
import { visitEmbeddedPostgres } from '#libs/platform/embedded';
import { openLog } from '../open-log.js';
import type { Terminal } from '../terminal.js';

/**
 * Looks something up beside the log, where a database is there: one that the configuration names, or the embedded one of a system
 * that runs. None is started for it, and one that does not answer is said and done without.
 */
export async function besideTheLog<T>(
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  language: Language,
  look: (store?: EventStore) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  if (!config.ok || !(await isThere(config.value))) return look();
  const log = await openLog(config.value);
  if (!log.ok) {
    terminal.err(log.error[language]);
    return look();
  }
  try {
    return await look(log.value.store);
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    terminal.err(error.message);
    return await look();
  } finally {
    await log.value.close();
  }
}

const isThere = async ({ databaseUrl, dataFolder }: Config): Promise<boolean> =>
  databaseUrl !== undefined || (await visitEmbeddedPostgres(dataFolder)).state === 'running';
