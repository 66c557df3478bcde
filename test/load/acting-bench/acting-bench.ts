import { localDateOf, valueOf } from '#libs/domain/kernel';
import { PostgresEventStore } from '#libs/engine/event-store';
import { createTestDatabase } from '#libs/platform/testing';
import { runMigrations } from '#libs/platform/postgres';
import { eventStoreMigrations } from '#libs/engine/event-store';
import { Acting, establishOffice, Organization } from '#libs/service/commands';
import { systemClock } from '#libs/service/foundation';
import { appendNoise, chartOfUnits } from './province.js';

/**
 * A program: what it costs a request to learn as whom somebody acts, in a province of some hundred units, beside a log that
 * others write to. Prints a table; fails nothing, for a machine under load would.
 */
const UNITS = 300;
const ROUNDS = 1_000;

const database = await createTestDatabase();
await runMigrations(database.url, [eventStoreMigrations]);
const store = new PostgresEventStore({ url: database.url, applicationName: 'bench' });
valueOf(await establishOffice(store, systemClock, chartOfUnits(UNITS)));
const organization = new Organization(store);
const acting = new Acting(organization, systemClock);

const took = async (what: string, rounds: number, one: (round: number) => Promise<unknown>) => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await one(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  process.stdout.write(`${what.padEnd(58)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms\n`);
};

const who = (round: number) => ({ accountId: `acc-${round % UNITS}` });
process.stdout.write(
  `${UNITS} units, ${(await organization.read()).units.size} read, today ${localDateOf(systemClock.now())}\n`,
);
await took('first reading of the whole organization', 1, () => new Organization(store).read());
await took('a request, nothing new in the log', ROUNDS, (round) => acting.as(who(round)));
await took('a request, after 10 facts of dossiers', 200, async (round) => {
  await appendNoise(store, 10);
  return acting.as(who(round));
});
await took('the same, without the facts: what they take to be written', 200, () => appendNoise(store, 10));
await took('50 requests at once', 40, () =>
  Promise.all(Array.from({ length: 50 }, (_, index) => acting.as(who(index)))),
);
await store.close();
await database.drop();
