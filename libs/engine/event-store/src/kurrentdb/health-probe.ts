import { randomUUID } from 'node:crypto';
import { ANY, binaryEvent, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StoreHealth } from '../event-store.port.js';
import type { LogReader } from './log-reader.js';
import { wordsOf, within } from './server-errors.js';

const STREAM = '~health';
/** So often at most is something written; whoever asks more often reads only. */
const WRITE_EVERY_MS = 10_000;

/**
 * Whether the server can be read and written. Both, since they take different ways: reads go through the client's native
 * part with its own idea of certificates, so that with some of them appends pass and reads fail. The probe's stream keeps
 * one event; the rest goes with the server's next scavenge.
 */
export class HealthProbe {
  #trimmed = false;
  #lastWritten = -Infinity;

  constructor(
    private readonly client: KurrentDBClient,
    private readonly reader: LogReader,
    private readonly answerTimeoutMs: number,
  ) {}

  /** Never throws. */
  async look(): Promise<StoreHealth> {
    try {
      if (performance.now() - this.#lastWritten >= WRITE_EVERY_MS) await within(this.answerTimeoutMs, this.#write());
      return { ok: true, head: await this.reader.head() };
    } catch (error) {
      this.#lastWritten = -Infinity;
      return { ok: false, reason: wordsOf(error) };
    }
  }

  async #write(): Promise<void> {
    if (!this.#trimmed) await this.client.setStreamMetadata(STREAM, { maxCount: 1 });
    this.#trimmed = true;
    const sign = binaryEvent({ id: randomUUID(), type: '~HealthProbe', data: Buffer.from('{}') });
    await this.client.appendToStream(STREAM, [sign], { streamState: ANY });
    this.#lastWritten = performance.now();
  }
}
