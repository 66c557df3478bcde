/* oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process has no origin */
import { Worker } from 'node:worker_threads';
import type { Paper } from '../paper.js';
import type { PaperFormat } from '../paper-kinds.js';
import type { Rendered, Rendering } from './rendering.js';

/** Longer than two thousand names take on a slow machine. */
const PATIENCE_MS = 120_000;
/** After so long without a paper the thread goes, and what it holds. */
const IDLE_MS = 60_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes files of papers in a thread of its own: a list of two thousand takes it seconds, in which a process that serves people
 * must not stand still. One paper after the other, so that many who ask at once take one thread and not many.
 */
export class PaperRenderer {
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #asked = 0;

  /** @param assets the folder in which the fonts lie */
  constructor(private readonly assets: string) {}

  /** @throws Error when it fails or takes two minutes; the next who asks tries again. */
  render(paper: Paper, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
    const made = this.#last.then(() => this.#make(paper, format));
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Ends the thread, once the paper that it is at is made. Idempotent. */
  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #make(paper: Paper, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
    clearTimeout(this.#idle);
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    const id = (this.#asked += 1);
    try {
      return await answerOf(thread, { id, paper, format });
    } catch (error) {
      await this.#end();
      throw error;
    } finally {
      this.#thread?.unref();
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
    }
  }

  #start(): Worker {
    return new Worker(new URL('./render.worker.js', import.meta.url), { workerData: { assets: this.assets } });
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }
}

async function answerOf(thread: Worker, rendering: Rendering): Promise<Uint8Array<ArrayBuffer>> {
  let stop = (): void => {};
  try {
    return await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      const onMessage = (answer: Rendered): void => {
        if (answer.id === rendering.id) settle({ resolve, reject }, answer);
      };
      const onEnd = (reason: unknown): void =>
        reject(reason instanceof Error ? reason : new Error('The thread that makes papers ended.'));
      const giveUp = setTimeout(() => reject(new Error('A paper took more than two minutes.')), PATIENCE_MS);
      stop = () => {
        clearTimeout(giveUp);
        thread.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      };
      thread.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      thread.postMessage(rendering);
    });
  } finally {
    stop();
  }
}

function settle({ resolve, reject }: Waiting, answer: Rendered): void {
  if ('failed' in answer) reject(new Error(`A paper could not be made: ${answer.failed}`));
  else resolve(answer.bytes);
}
