import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { valueOf } from '#libs/domain/kernel';
import { PostgresEventStore } from '#libs/engine/event-store';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { eventually, type TestDatabase } from '#libs/platform/testing';
import { DryRuns, DryRunTable, type DryRunTask, PublishedProcedures } from '#libs/service/commands';
import { home, migrateDatabase } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { officeWithDraft } from '../support/office-with-draft.js';
import { createOfficeDatabase } from '../support/office-database.js';

const program = fileURLToPath(new URL('./dry-run.process.js', import.meta.url));
const DOSSIERS = 300;
/** The first word says that it began, the second how far it is: some hundred dossiers. */
const WORDS = 2;

describe('a worker that is killed in the middle of a dry run', () => {
  const law = valueOf(loadLaw(home));
  let test: TestDatabase;
  let database: Database;
  let store: PostgresEventStore;
  let task: DryRunTask;
  const table = (): DryRunTable => new DryRunTable(database, { silentSeconds: 1 });
  const runs = (): DryRuns =>
    new DryRuns({ store, law, procedures: new PublishedProcedures(store, law), table: table() });
  const findings = async (runId: string) => {
    const { rows } = await database.query(
      'select dossier_id, rehearsal from ops.dry_run_finding where run_id = $1 order by dossier_id',
      [runId],
    );
    return rows;
  };

  beforeAll(async () => {
    test = await createOfficeDatabase();
    await migrateDatabase(test.url);
    database = openDatabase({ url: test.url, applicationName: 'dry run spec', max: 4 });
    store = new PostgresEventStore({ url: test.url, applicationName: 'dry run spec' });
    task = await officeWithDraft({ store, database, law }, DOSSIERS);
  });
  afterAll(async () => {
    await store.close();
    await database.close();
    await test.drop();
  });

  it('leaves it to another, who finds what an undisturbed run finds, each dossier once', async () => {
    const child = spawn(process.execPath, [program, test.url, JSON.stringify(task), String(WORDS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    const ended = once(child, 'exit');
    try {
      await eventually('the run is under way', () => said.includes('standing'), 60_000);
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
    const left = await table().progress(task.runId);
    expect(left).toMatchObject({ state: 'running', total: DOSSIERS, endedAt: null });
    expect(left?.looked).toBeGreaterThan(0);
    expect(left?.looked).toBeLessThan(DOSSIERS);

    const counts = await runs().carryOut(task);
    const undisturbed = { ...task, runId: randomUUID() };
    expect(counts).toEqual(await runs().carryOut(undisturbed));
    expect(counts).toMatchObject({ total: DOSSIERS, looked: DOSSIERS });
    expect(counts.otherDeadline).toBeGreaterThan(0);
    expect(await table().progress(task.runId)).toMatchObject({ state: 'done', looked: DOSSIERS });
    expect(await findings(task.runId)).toEqual(await findings(undisturbed.runId));
  });
});
