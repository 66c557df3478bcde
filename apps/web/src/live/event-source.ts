import { actingPosition } from '../api/tab.js';

/** One message of a line of server-sent events (WHATWG HTML §9.2). */
export interface LiveMessage {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/**
 * Reads a line of server-sent events with `fetch`: a browser's own `EventSource` cannot say in which position it listens.
 * Resolves when the line ends; rejects where it breaks.
 */
export async function readLine(
  url: string,
  { after, signal, heard }: { after: string | undefined; signal: AbortSignal; heard: (message: LiveMessage) => void },
): Promise<{ readonly status: number }> {
  const position = actingPosition();
  const response = await fetch(url, {
    signal,
    cache: 'no-store',
    headers: {
      accept: 'text/event-stream',
      ...(position === undefined ? {} : { position }),
      ...(after === undefined ? {} : { 'last-event-id': after }),
    },
  });
  if (!response.ok || !response.body) return { status: response.status };
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { status: response.status };
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) heard(messageOf(block));
  }
}

/** A comment with an id only moves the place from which the listener would resume. */
function messageOf(block: string): LiveMessage {
  const fields = block.split('\n').map((line) => /^(event|id|data): ?(.*)$/.exec(line));
  const of = (name: string) => fields.find((field) => field?.[1] === name)?.[2];
  return { event: of('event') ?? '', id: of('id'), data: of('data') ?? '' };
}
