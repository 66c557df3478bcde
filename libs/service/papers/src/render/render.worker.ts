/* oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process has no origin */
import { parentPort, workerData } from 'node:worker_threads';
import { renderDocx } from '../docx/render-docx.js';
import { readFaces } from '../pdf/faces.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { Rendering, Rendered } from './rendering.js';

const fonts = readFaces((workerData as { readonly assets: string }).assets);

parentPort?.on('message', ({ id, paper, format }: Rendering) => {
  const making = format === 'pdf' ? renderPdf(paper, fonts) : renderDocx(paper);
  making.then(
    (bytes) => parentPort?.postMessage({ id, bytes } satisfies Rendered, [bytes.buffer]),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Rendered),
  );
});
