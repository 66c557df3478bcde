import { InMemoryEventStore } from '#libs/engine/event-store';
import { describeEventStore } from './event-store.conformance.js';

describeEventStore('the log in memory', async (codec) => {
  const store = new InMemoryEventStore(codec ? { codec } : {});
  return { store, dispose: async () => store.close() };
});
