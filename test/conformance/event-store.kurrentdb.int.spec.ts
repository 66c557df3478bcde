import { KurrentDbEventStore } from '#libs/engine/event-store';
import { startKurrentDbForTests } from '../support/kurrentdb-protocol/server-for-tests.js';
import { describeEventStore } from './event-store.conformance.js';

const named = process.env['KURRENTDB_URL'];

describeEventStore(
  named ? 'the log on the KurrentDB of KURRENTDB_URL' : 'the log on the protocol test server',
  async (codec) => {
    const server = named ? undefined : await startKurrentDbForTests();
    const store = new KurrentDbEventStore({
      applicationName: 'conformance',
      url: named ?? server?.url ?? '',
      ...(codec ? { codec } : {}),
    });
    return {
      store,
      async dispose() {
        await store.close();
        await server?.stop();
      },
    };
  },
);
