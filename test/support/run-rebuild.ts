import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore } from '#libs/engine/event-store';
import { rebuild } from '#libs/engine/projections';
import { openDatabase } from '#libs/platform/postgres';
import { projections } from '#libs/service/read-models';

/**
 * A program: fills one read model anew, slowly, until it is killed. Arguments: database URL, name of the read model, batch size.
 * Says on a line of its own how many events it has taken in.
 */
const [url = '', name = '', batchSize = ''] = process.argv.slice(2);
const projection = projections.find((one) => one.name === name);
if (!projection) throw new Error(`There is no read model ${name}.`);
const store = new PostgresEventStore({ url, applicationName: 'killed rebuild' });
const readAll = store.readAll.bind(store);
// Slow enough to be met in the middle.
store.readAll = async (options) => {
  await delay(50);
  return readAll(options);
};
await rebuild({
  store,
  owner: openDatabase({ url, applicationName: 'killed rebuild', role: 'vinhdanh_owner', max: 3 }),
  projection,
  batchSize: Number(batchSize),
  leaseMs: 2_000,
  report: ({ done }) => process.stdout.write(`${done}\n`),
});
