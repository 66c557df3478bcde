import { eventStoreMigrations, PostgresEventStore } from '#libs/engine/event-store';
import { runMigrations } from '#libs/platform/postgres';
import { createTestDatabase } from '#libs/platform/testing';
import { describeEventStore } from './event-store.conformance.js';

describeEventStore('the log in PostgreSQL', async (codec) => {
  const database = await createTestDatabase();
  await runMigrations(database.url, [eventStoreMigrations]);
  const store = new PostgresEventStore({
    url: database.url,
    applicationName: 'conformance',
    ...(codec ? { codec } : {}),
  });
  return {
    store,
    async dispose() {
      await store.close();
      await database.drop();
    },
  };
});
