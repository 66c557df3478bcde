// A process that carries out a dry run, and stands still when so many words about it are written, until it is killed.
import { valueOf } from '#libs/domain/kernel';
import { PostgresEventStore } from '#libs/engine/event-store';
import { openDatabase } from '#libs/platform/postgres';
import { DryRuns, DryRunTable, type DryRunTask, PublishedProcedures } from '#libs/service/commands';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';

const [url = '', task = '', words = ''] = process.argv.slice(2);

class StandingTable extends DryRunTable {
  private written = 0;

  override async note(...told: Parameters<DryRunTable['note']>): Promise<boolean> {
    const mine = await super.note(...told);
    if (++this.written < Number(words)) return mine;
    process.stdout.write('standing\n');
    return new Promise(() => {});
  }
}

const law = valueOf(loadLaw(home));
const store = new PostgresEventStore({ url, applicationName: 'dry run' });
const database = openDatabase({ url, applicationName: 'dry run', max: 2 });
const procedures = new PublishedProcedures(store, law);
const runs = new DryRuns({ store, law, procedures, table: new StandingTable(database) });
await runs.carryOut(JSON.parse(task) as DryRunTask);
