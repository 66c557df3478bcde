import { randomUUID } from 'node:crypto';
import type { JsonObject, NewEvent } from '#libs/engine/event-store';

/** How many appenders at once, and how many events each append holds. */
export interface Cell {
  readonly concurrency: number;
  readonly eventsPerAppend: number;
}

export interface Measured extends Cell {
  readonly system: string;
  readonly appendsPerSecond: number;
  readonly eventsPerSecond: number;
  /** Of one append, in milliseconds; for COPY, which is one operation, how long it took. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Something that can be loaded: appends one batch of events to a stream that has `revision + 1` events. */
export type Append = (stream: string, revision: number, events: readonly NewEvent[]) => Promise<void>;

export interface Timing {
  readonly warmUpMs: number;
  readonly measureMs: number;
}

const EVENTS_PER_STREAM = 20;

/** As many appenders as asked for, each with a dossier of its own and the next one after twenty events, asking again at once. */
export async function load(system: string, append: Append, cell: Cell, timing: Timing): Promise<Measured> {
  const begin = performance.now() + timing.warmUpMs;
  const end = begin + timing.measureMs;
  const latencies: number[] = [];
  await Promise.all(
    Array.from({ length: cell.concurrency }, async () => {
      let stream = newStream();
      let length = 0;
      for (let now = performance.now(); now < end;) {
        const events = anAppend(cell.eventsPerAppend);
        const asked = performance.now();
        await append(stream, length - 1, events);
        now = performance.now();
        if (asked >= begin && now <= end) latencies.push(now - asked);
        length += events.length;
        if (length >= EVENTS_PER_STREAM) [stream, length] = [newStream(), 0];
      }
    }),
  );
  latencies.sort((a, b) => a - b);
  const appendsPerSecond = latencies.length / (timing.measureMs / 1_000);
  return {
    system,
    ...cell,
    appendsPerSecond,
    eventsPerSecond: appendsPerSecond * cell.eventsPerAppend,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

export const newStream = (): string => `dossier-${randomUUID()}`;

export const anAppend = (events: number): NewEvent[] => Array.from({ length: events }, () => anEvent());

/** Made beforehand: the bench measures what keeps events, not what invents them. All differ, none is ever changed. */
const POOL: readonly Pick<NewEvent, 'data' | 'metadata'>[] = Array.from({ length: 1_000 }, () => ({
  data: {
    step: 'appraise',
    level: 1,
    nominees: [verdict('dat'), verdict('dat'), verdict('khong-dat')],
    note: 'Đủ điều kiện theo hồ sơ; đã đối chiếu thành tích.',
  },
  metadata: {
    commandId: randomUUID(),
    correlationId: randomUUID(),
    actor: { id: randomUUID(), positionId: 'chuyen-vien-thi-dua', unitId: 'so-noi-vu' },
    procedure: { code: 'BK_TINH', version: 3, hash: '6a1f0c5e9b7d4a32' },
  },
}));
let next = 0;

/** An appraisal of a few nominees, as the product writes it: about 550 bytes of data, 280 of metadata. */
function anEvent(): NewEvent {
  next = (next + 1) % POOL.length;
  return {
    id: randomUUID(),
    type: 'NomineesAppraised',
    schemaVersion: 1,
    effectiveAt: '2026-08-21T02:00:00.000Z',
    ...(POOL[next] as (typeof POOL)[number]),
  };
}

function verdict(result: string): JsonObject {
  return {
    nomineeId: randomUUID(),
    verdict: result,
    evidence: ['BB_PHIEU', 'BAO_CAO_TT'],
    reason: 'Khoản 2 Điều 74',
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Of several runs of one cell, the middle of each figure. */
export function medianOf(runs: readonly Measured[]): Measured {
  const middle = (pick: (run: Measured) => number): number => median(runs.map(pick));
  return {
    ...(runs[0] as Measured),
    appendsPerSecond: middle((run) => run.appendsPerSecond),
    eventsPerSecond: middle((run) => run.eventsPerSecond),
    p50Ms: middle((run) => run.p50Ms),
    p99Ms: middle((run) => run.p99Ms),
  };
}
