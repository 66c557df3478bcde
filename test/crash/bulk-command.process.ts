// A process that sends a long list, and stands still when so many of its parts are written, until it is killed.
import { type CommandRequest, Dossiers } from '#libs/service/commands';
import { home, openEventStore } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import { listInThreeParts } from '../support/long-lists.js';

const [databaseUrl = '', dossierId = '', request = '', parts = ''] = process.argv.slice(2);
const config = valueOf(readConfig({ ...process.env, DATABASE_URL: databaseUrl }));
const store = openEventStore(config, { databaseUrl, applicationName: 'bulk command' });
let written = 0;
const dossiers = new Dossiers(
  store,
  valueOf(loadLaw(home)),
  { now: () => new Date().toISOString() },
  {
    triggers: {
      async reached() {
        if (++written < Number(parts)) return;
        process.stdout.write('standing\n');
        await new Promise(() => {});
      },
    },
  },
);
await dossiers.execute(dossierId, listInThreeParts(), JSON.parse(request) as CommandRequest);
