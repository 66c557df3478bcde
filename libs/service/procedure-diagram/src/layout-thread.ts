/* oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process has no origin */
import { Worker } from 'node:worker_threads';
import type { ElkNode } from 'elkjs/lib/elk.bundled.js';

type Answer = { readonly placed: ElkNode } | { readonly failed: string };

/**
 * Lets the library place a graph, in a thread of its own: a long procedure takes it a second or two, in which a process that
 * serves people must not stand still. The thread ends with the answer. @throws Error when the library fails, or takes a minute.
 */
export async function placedByLibrary(graph: ElkNode): Promise<ElkNode> {
  const thread = new Worker(new URL('./layout.worker.js', import.meta.url));
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error('The layout of a procedure took more than a minute.')), 60_000);
      const after =
        <A>(settle: (value: A) => void) =>
        (value: A) => {
          clearTimeout(giveUp);
          settle(value);
        };
      thread.once('message', after(resolve));
      thread.once('error', after(reject));
      thread.postMessage(graph);
    });
    if ('failed' in answer) throw new Error(`The layout of a procedure failed: ${answer.failed}`);
    return answer.placed;
  } finally {
    await thread.terminate();
  }
}
