import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

/** What may wait for a listener who does not read. Beyond it the line is cut: he comes back, and nothing is lost. */
const MAY_WAIT_BYTES = 262_144;
/** So long after its end a line that is not closed by the other side is cut. */
const CUT_AFTER_MS = 1_000;
const RECONNECT_AFTER_MS = 2_000;

/** One message; `id` is what the listener hands back as `Last-Event-ID`. */
export interface StreamMessage {
  readonly event: string;
  readonly id?: string;
  readonly data: object;
}

/**
 * Server-sent events (WHATWG HTML §9.2) on the reply itself: Nest's own have no back-pressure, and a listener who stands still
 * would make the process grow. What waits is what the socket has not taken yet, and nothing else is kept.
 */
export class EventStream {
  readonly #raw: FastifyReply['raw'];

  constructor(reply: FastifyReply) {
    const headers = reply.getHeaders() as OutgoingHttpHeaders;
    reply.hijack();
    this.#raw = reply.raw;
    this.#raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-content-type-options': 'nosniff',
      // A proxy that collects would make it anything but live.
      'x-accel-buffering': 'no',
    });
    this.#raw.write(`retry: ${RECONNECT_AFTER_MS}\n\n`);
  }

  /** Told once, when the line has ended, whoever ended it. */
  onClose(closed: () => void): void {
    // It may have gone while it was being let in.
    if (this.#raw.destroyed || this.#raw.socket?.destroyed) closed();
    else this.#raw.once('close', closed);
  }

  send({ event, id, data }: StreamMessage): void {
    if (this.#over) return;
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps the line open, and the place from which the listener would resume up to date. */
  heartbeat(id: string): void {
    this.#write(`: \nid: ${id}\n\n`);
  }

  /** Resolves when all that was sent is on its way, or the line has ended. */
  async drained(): Promise<void> {
    const raw = this.#raw;
    if (!raw.writableNeedDrain || raw.destroyed) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        raw.off('drain', go).off('close', go);
        resolve();
      };
      raw.once('drain', go).once('close', go);
    });
  }

  end(): void {
    if (this.#raw.destroyed) return;
    this.#raw.end();
    setTimeout(() => this.#raw.destroy(), CUT_AFTER_MS).unref();
  }

  get #over(): boolean {
    return this.#raw.destroyed || this.#raw.writableEnded;
  }

  #write(text: string): void {
    if (this.#over) return;
    this.#raw.write(text);
    if (this.#raw.writableLength > MAY_WAIT_BYTES) this.#raw.destroy();
  }
}
