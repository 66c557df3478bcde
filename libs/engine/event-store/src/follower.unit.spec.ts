import { ordinalOf, positionOf } from './dense-position.js';
import type { EventBatch, Position, RecordedEvent } from './event-store.port.js';
import { Follower } from './follower.js';
import { News } from './news.js';

const never = new AbortController().signal;

/** A log of numbers, and a hook for what happens while somebody reads. */
class Log {
  length = 0;
  whileReading: () => void = () => {};
  constructor(private readonly news: News) {}

  append(): void {
    this.length++;
    this.news.announce();
  }
  async readAll({ after, limit }: { after: Position; limit: number }): Promise<EventBatch> {
    const from = ordinalOf(after);
    const to = Math.min(this.length, from + limit);
    const events = Array.from(
      { length: to - from },
      (_, n) => ({ position: positionOf(from + n + 1) }) as RecordedEvent,
    );
    this.whileReading();
    return { events, scannedTo: positionOf(to) };
  }
  async head(): Promise<Position> {
    return positionOf(this.length);
  }
  comparePositions(a: Position, b: Position): number {
    return ordinalOf(a) - ordinalOf(b);
  }
}

describe('a follower', () => {
  test('does not sleep through what is appended while it finds nothing', async () => {
    const news = new News();
    const log = new Log(news);
    const seen: Position[] = [];
    let arrived: () => void = () => {};
    const one = new Promise<void>((resolve) => (arrived = resolve));
    // The worst moment: the answer "nothing" is on its way, and nobody waits for news yet.
    log.whileReading = () => {
      if (log.length === 0) log.append();
    };
    const follower = new Follower(log, news, { after: 'start' }, async ({ events }) => {
      seen.push(...events.map(({ position }) => position));
      arrived();
    });
    await one;
    await follower.stop();
    expect(seen).toEqual(['1']);
  });

  test('starts only after its caller has got hold of it', async () => {
    const news = new News();
    const log = new Log(news);
    log.append();
    const states: string[] = [];
    const follower: Follower = new Follower(log, news, { after: 'start' }, async () => {
      states.push(follower.state);
    });
    expect(await follower.caughtUp).toBe(true);
    await follower.stop();
    expect(states).toEqual(['catchingUp']);
  });
});

describe('news', () => {
  test('that came since one last looked is not waited for', async () => {
    const news = new News();
    const { version } = news;
    news.announce();
    await news.since(version, never);
    expect(news.version).toBe(version + 1);
  });

  test('wakes everybody who waits, and those who are told to stop', async () => {
    const news = new News();
    const stop = new AbortController();
    const woken: string[] = [];
    const waiting = [
      news.since(news.version, never).then(() => woken.push('news')),
      news.since(news.version, stop.signal).then(() => woken.push('stop')),
    ];
    stop.abort();
    await waiting[1];
    expect(woken).toEqual(['stop']);
    news.announce();
    await Promise.all(waiting);
    expect(woken).toEqual(['stop', 'news']);
    await news.since(news.version, stop.signal);
  });
});
