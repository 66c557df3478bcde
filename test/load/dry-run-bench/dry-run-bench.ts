// npm run bench:dry-run [-- --dossiers <n>]: how long a draft takes to be tried on the dossiers of an award, on an embedded server, and
// how far memory grows meanwhile. Lives as chance has them, decided by the real decider, and copies of them. Exits 1 when the bound
// is missed: 10,000 dossiers in a minute.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { valueOf } from '#libs/domain/kernel';
import { PostgresEventStore } from '#libs/engine/event-store';
import { startEmbeddedPostgres } from '#libs/platform/embedded';
import { openDatabase } from '#libs/platform/postgres';
import { DryRuns, DryRunTable, PublishedProcedures } from '#libs/service/commands';
import { home, migrateDatabase } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { officeWithDraft } from '../../support/office-with-draft.js';

const { values: options } = parseArgs({ options: { dossiers: { type: 'string', default: '10000' } } });
const DOSSIERS = Number(options.dossiers);
const BOUND_SECONDS = 60;

/** The most memory that was seen, in MB, looked at every so often. */
function watchMemory(): () => number {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage().rss / 1e6));
  look();
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

async function bench(url: string): Promise<boolean> {
  await migrateDatabase(url);
  const database = openDatabase({ url, applicationName: 'dry-run bench', max: 4 });
  const store = new PostgresEventStore({ url, applicationName: 'dry-run bench' });
  try {
    const law = valueOf(loadLaw(home));
    const task = await officeWithDraft({ store, database, law }, DOSSIERS);

    const before = process.memoryUsage().rss / 1e6;
    const memory = watchMemory();
    const started = performance.now();
    const runs = new DryRuns({
      store,
      law,
      procedures: new PublishedProcedures(store, law),
      table: new DryRunTable(database),
    });
    const { total, otherOutcome, otherDeadline } = await runs.carryOut(task);
    const seconds = (performance.now() - started) / 1_000;
    const met = seconds < BOUND_SECONDS * Math.max(1, total / 10_000);
    console.log(
      `${new Date().toISOString()}, Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}\n` +
        `${total} dossiers, ${otherOutcome} with another outcome, ${otherDeadline} with another deadline\n` +
        `${seconds.toFixed(1)} s, ${((seconds * 1_000) / total).toFixed(2)} ms for each; memory ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB at most\n` +
        `${met ? 'met' : 'MISSED'}: 10,000 in ${BOUND_SECONDS} s`,
    );
    return met;
  } finally {
    await store.close();
    await database.close();
  }
}

const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-dry-run-'));
try {
  const started = await startEmbeddedPostgres({ dataFolder });
  if (!started.ok) throw new Error(started.error.sentence.en);
  try {
    process.exitCode = (await bench(started.value.url)) ? 0 : 1;
  } finally {
    await started.value.stop();
  }
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
