/* oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process has no origin */
import { parentPort } from 'node:worker_threads';
import ElkModule, { type ELK, type ElkNode } from 'elkjs/lib/elk.bundled.js';

// The bundle is CommonJS, which some loaders wrap once more than its types say.
const { default: Elk = ElkModule } = ElkModule as unknown as { readonly default?: unknown };
const elk = new (Elk as new () => ELK)();

parentPort?.on('message', (graph: ElkNode) => {
  elk.layout(graph).then(
    (placed) => parentPort?.postMessage({ placed }),
    (error: unknown) => parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
