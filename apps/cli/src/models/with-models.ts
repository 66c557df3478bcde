import type { Bilingual } from '#libs/domain/kernel';
import { EventStoreUnavailable, type EventStore } from '#libs/engine/event-store';
import { ProjectionProblem, ShadowHeld, type Projection } from '#libs/engine/projections';
import { type Database, DatabaseProblem, openDatabase, pendingMigrations } from '#libs/platform/postgres';
import { allMigrations, openEventStore } from '#libs/service/foundation';
import { projections } from '#libs/service/read-models';
import { readConfiguration } from '../configuration.js';
import { reachDatabase } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** What work on read models stands on. */
export interface Models {
  readonly store: EventStore;
  /** Owns the tables; its statements may take as long as they need. */
  readonly owner: Database;
  readonly projections: readonly Projection[];
}

/**
 * Opens log and tables for a command about read models, of one or of all. Every cause for which it cannot is told in a sentence.
 * @param name of one read model; without it all are meant.
 */
export async function withModels(
  name: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  work: (models: Models) => Promise<ExitCode>,
): Promise<ExitCode> {
  const refuse = ({ vi, en }: Bilingual): ExitCode => {
    terminal.err(vi);
    terminal.err(en);
    return EXIT.failed;
  };
  const chosen = name === undefined ? projections : projections.filter((projection) => projection.name === name);
  if (chosen.length === 0) {
    const known = projections.map((projection) => projection.name).join(', ');
    refuse({
      vi: `Không có bảng đọc ${name}. Có: ${known}.`,
      en: `There is no read model ${name}. There are: ${known}.`,
    });
    return EXIT.usage;
  }
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const reached = await reachDatabase(config);
  if (!reached.ok) return refuse(reached.error);
  const { url } = reached.value;
  const applicationName = 'vinhdanh models';
  const owner = openDatabase({
    url: config.databaseOwnerUrl ?? url,
    applicationName,
    role: 'vinhdanh_owner',
    max: 4,
    statementTimeoutMs: 0,
    idleInTransactionTimeoutMs: 0,
  });
  const store = openEventStore(config, { databaseUrl: url, applicationName, readers: 2 });
  try {
    await owner.ready();
    const pending = await pendingMigrations(owner, allMigrations);
    if (pending.length > 0) return refuse(MIGRATE_FIRST);
    return await work({ store, owner, projections: chosen });
  } catch (error) {
    const sentence = sentenceOf(error);
    if (!sentence) throw error;
    return refuse(sentence);
  } finally {
    await store.close();
    await owner.close();
    await reached.value.close();
  }
}

const MIGRATE_FIRST: Bilingual = {
  vi: 'Cấu trúc cơ sở dữ liệu chưa cập nhật: chạy vinhdanh migrate, hoặc vinhdanh start với máy chủ nhúng.',
  en: 'The database is not up to date: run vinhdanh migrate, or vinhdanh start with the embedded server.',
};

function sentenceOf(error: unknown): Bilingual | undefined {
  if (error instanceof ShadowHeld)
    return { vi: `Một tiến trình khác đang làm việc này: ${error.runner}.`, en: error.message };
  if (error instanceof ProjectionProblem || error instanceof DatabaseProblem || error instanceof EventStoreUnavailable)
    return { vi: error.message, en: error.message };
  return undefined;
}
