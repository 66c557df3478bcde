import { PostgresEventStore } from '#libs/engine/event-store';
import { ProjectionRunner } from '#libs/engine/projections';
import { openDatabase } from '#libs/platform/postgres';
import { knownEventTypes } from '#libs/service/read-models';
import { officeProjections } from './office-projections.js';

/**
 * A program: a projector and nothing else, until it is killed. Arguments: database URL, lease in milliseconds, batch size.
 * Says on a line of its own what each projection reports: `started dossier-list`; and `ready` once it works or stands by.
 */
const [url = '', leaseMs = '', batchSize = ''] = process.argv.slice(2);
const runner = new ProjectionRunner({
  store: new PostgresEventStore({ url, applicationName: 'killed projector' }),
  database: openDatabase({ url, applicationName: 'killed projector', role: 'vinhdanh_app' }),
  projections: officeProjections,
  knownTypes: knownEventTypes,
  leaseMs: Number(leaseMs),
  batchSize: Number(batchSize),
  report: ({ kind, projection }) => process.stdout.write(`${kind} ${projection}\n`),
});
await runner.start();
process.stdout.write('ready\n');
