import type { OpenLog } from './log-under-test.js';
import { describeAppending } from './appending.conformance.js';
import { describeCommandMemory } from './command-memory.conformance.js';
import { describeFollowing } from './following.conformance.js';
import { describeReading } from './reading.conformance.js';

/** What every event store has to keep, whatever it is made of. Positions are opaque here, and the log may hold other facts. */
export function describeEventStore(name: string, open: OpenLog): void {
  describe(name, () => {
    describeAppending(open);
    describeCommandMemory(open);
    describeReading(open);
    describeFollowing(open);

    test('a closed store takes nothing more, and closing twice is no fault', async () => {
      const { store, dispose } = await open();
      await store.close();
      await store.close();
      const refused = await store.append('dossier-late', 'any', [], { account: 'a', commandId: 'c', fingerprint: 'f' });
      expect(refused).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
      await dispose();
    });
  });
}
