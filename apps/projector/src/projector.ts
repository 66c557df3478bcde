import { ProjectionRunner, type ProjectionReport } from '#libs/engine/projections';
import type { Logger } from '#libs/platform/observability';
import { openDatabase } from '#libs/platform/postgres';
import type { Foundation, RunningRole } from '#libs/service/foundation';
import { knownEventTypes, projections } from '#libs/service/read-models';

/**
 * Keeps the read models up to date with the log. Several may run: of each read model one takes care, the others stand by. It has
 * connections of its own: where a read model waits, nobody who reads waits with it, also where all roles are one process.
 */
export async function startProjector({ store, databaseUrl, log }: Foundation): Promise<RunningRole> {
  let stopped: Promise<void> | undefined;
  const database = openDatabase({
    url: databaseUrl,
    applicationName: 'vinhdanh read models',
    role: 'vinhdanh_app',
    onIdleError: (err) => stopped ?? log.warn({ err }, 'an idle connection of the read models broke'),
  });
  const runner = new ProjectionRunner({
    store,
    database,
    projections,
    knownTypes: knownEventTypes,
    report: (report) => write(log, report),
  });
  const stop = (): Promise<void> => (stopped ??= runner.stop().finally(() => database.close()));
  await runner.start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { stop };
}

/** Ids, codes and positions only: what is parked may hold personal data, and stays in its table. */
function write(log: Logger, report: ProjectionReport): void {
  const { kind, projection, version } = report;
  const about = { kind, projection, version };
  switch (report.kind) {
    case 'parked':
      return log.error(
        { ...about, event: report.event.id, stream: report.event.stream, position: report.event.position },
        'an event was parked',
      );
    case 'retrying':
      return log.warn({ ...about, attempt: report.attempt, err: report.cause }, 'a read model is tried again');
    case 'leaseTrouble':
      return log.warn({ ...about, err: report.cause }, 'the lease of a read model is in trouble');
    default:
      return log.debug(about, 'read model');
  }
}
