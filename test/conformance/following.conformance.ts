import type { EventBatch, Position, RecordedEvent, SubscriptionFailure } from '#libs/engine/event-store';
import { valueOf } from '#libs/domain/kernel';
import { eventually } from '#libs/platform/testing';
import { useLog, type OpenLog } from './log-under-test.js';
import { command, fact, facts, newStream, readToEnd } from './facts.js';

export function describeFollowing(open: OpenLog): void {
  describe('following the log', () => {
    const store = useLog(open);
    const idsOf = (events: readonly RecordedEvent[]): string[] => events.map((event) => event.id);

    /** Appends one after the other; the position of the last. */
    async function write(appends: number): Promise<Position> {
      let position: Position = '';
      for (let n = 0; n < appends; n++)
        position = valueOf(await store().append(newStream(), 'any', facts(2), command())).position;
      return position;
    }

    test('first what is there, then what comes: in order, each event once', async () => {
      const before = await store().head();
      await write(30);
      const seen: RecordedEvent[] = [];
      const subscription = store().subscribe({ after: before, batchSize: 7 }, async ({ events }) => {
        seen.push(...events);
      });
      // Writers who do not wait for the follower.
      const writers = Promise.all(Array.from({ length: 8 }, async () => write(10)));
      expect(await subscription.caughtUp).toBe(true);
      await writers;
      const last = await write(1);
      await eventually('the follower has reached the last event', () => subscription.position === last);
      expect(subscription.state).toBe('live');
      await subscription.stop();
      expect(subscription.state).toBe('stopped');
      expect(idsOf(seen)).toEqual(idsOf(await readToEnd(store(), before)));
      expect(seen).toHaveLength(222);
    });

    test('an event is seen soon after it was stored, without anybody asking', async () => {
      const seen = new Set<string>();
      const subscription = store().subscribe({ after: await store().head() }, async ({ events }) => {
        for (const event of events) seen.add(event.id);
      });
      await subscription.caughtUp;
      const event = fact();
      await store().append(newStream(), 'any', [event], command());
      await eventually('the event is seen', () => seen.has(event.id), 3_000);
      await subscription.stop();
    });

    test('a slow handler is waited for: one batch at a time, none larger than asked for', async () => {
      const before = await store().head();
      const last = await write(20);
      let running = 0;
      const sizes: number[] = [];
      const subscription = store().subscribe({ after: before, batchSize: 6 }, async ({ events }) => {
        expect(++running).toBe(1);
        sizes.push(events.length);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running--;
      });
      await eventually('all is handled', () => subscription.position === last);
      await subscription.stop();
      expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
    });

    test('a batch whose handler fails comes again, whole, until it succeeds: nothing is skipped', async () => {
      const before = await store().head();
      const last = await write(3);
      const tried: string[][] = [];
      const failures: SubscriptionFailure[] = [];
      const states: string[] = [];
      const subscription = store().subscribe(
        {
          after: before,
          batchSize: 2,
          onError: (failure) => {
            failures.push(failure);
            states.push(subscription.state);
          },
        },
        async ({ events }) => {
          tried.push(idsOf(events));
          if (tried.length === 2 || tried.length === 3) throw new Error('the read model was locked');
        },
      );
      await eventually('all is handled', () => subscription.position === last);
      await subscription.stop();
      const ids = idsOf(await readToEnd(store(), before));
      expect(tried.filter((batch) => batch.length > 0)).toEqual([
        ids.slice(0, 2),
        ids.slice(2, 4),
        ids.slice(2, 4),
        ids.slice(2, 4),
        ids.slice(4, 6),
      ]);
      expect(failures).toMatchObject([
        { during: 'handle', attempt: 1, cause: { message: 'the read model was locked' } },
        { during: 'handle', attempt: 2 },
      ]);
      expect(states).toEqual(['retrying', 'retrying']);
    });

    test('a follower that starts again where it stopped gets exactly the rest', async () => {
      const before = await store().head();
      await write(10);
      const seen: string[] = [];
      let first: EventBatch | undefined;
      const subscription = store().subscribe({ after: before, batchSize: 5 }, async (batch) => {
        first ??= batch;
        if (first === batch) seen.push(...idsOf(batch.events));
      });
      await eventually('a first batch is handled', () => first !== undefined);
      await subscription.stop();
      const last = await write(2);
      const second = store().subscribe({ after: first?.scannedTo ?? '' }, async ({ events }) => {
        seen.push(...idsOf(events));
      });
      await eventually('the rest is handled', () => second.position === last);
      await second.stop();
      expect(seen).toEqual(idsOf(await readToEnd(store(), before)));
    });

    test('stopping waits for the handler that is running, and none is called afterwards', async () => {
      const before = await store().head();
      await write(3);
      let calls = 0;
      let release: () => void = () => {};
      const running = new Promise<void>((resolve) => (release = resolve));
      const subscription = store().subscribe({ after: before, batchSize: 1 }, async () => {
        calls++;
        await running;
      });
      await eventually('the handler runs', () => calls === 1);
      let stopped = false;
      const stopping = subscription.stop().then(() => (stopped = true));
      await write(1);
      expect(stopped).toBe(false);
      release();
      await stopping;
      await write(1);
      expect(calls).toBe(1);
      expect(await subscription.caughtUp).toBe(false);
      // What the handler had finished counts.
      expect(store().comparePositions(subscription.position, before)).toBeGreaterThan(0);
    });

    test('a follower of some events only is told how far the log was looked at', async () => {
      const before = await store().head();
      const archived = fact({}, { type: 'DossierArchived' });
      await write(4);
      await store().append(newStream(), 'any', [archived], command());
      const seen: RecordedEvent[] = [];
      const subscription = store().subscribe(
        { after: before, filter: { types: ['DossierArchived'] } },
        async ({ events }) => void seen.push(...events),
      );
      const last = await write(4);
      await eventually('the follower knows the last position', () => subscription.position === last);
      await subscription.stop();
      expect(idsOf(seen)).toEqual([archived.id]);
    });

    test('several followers do not disturb each other', async () => {
      const before = await store().head();
      const seen: string[][] = [[], [], []];
      const subscriptions = seen.map((own, follower) => {
        let failed = false;
        return store().subscribe({ after: before, batchSize: 3 + follower }, async ({ events }) => {
          if (follower === 1 && !failed && events.length > 0) {
            failed = true;
            throw new Error('only this one stumbles');
          }
          own.push(...idsOf(events));
        });
      });
      const last = await write(15);
      await eventually('all three are there', () => subscriptions.every(({ position }) => position === last));
      await Promise.all(subscriptions.map(async (subscription) => subscription.stop()));
      const ids = idsOf(await readToEnd(store(), before));
      expect(seen).toEqual([ids, ids, ids]);
    });
  });
}
