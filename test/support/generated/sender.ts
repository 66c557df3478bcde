import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { Generated } from './generated-request.js';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Longer than any reader waits. */
const ANSWER_WITHIN_MS = 20_000;

/** Sends requests as they are, a few at a time. */
export class Sender {
  readonly #agent: Agent;

  constructor(
    private readonly url: URL,
    readonly lines: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: lines });
  }

  /** What was answered; `undefined` when Node's client refuses to send such a thing. */
  async send(
    { method, path, body }: Generated,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answered | undefined> {
    let asking;
    try {
      asking = request({
        host: this.url.hostname,
        port: this.url.port,
        method,
        path,
        headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
        agent: this.#agent,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } catch {
      return undefined;
    }
    const answered = once(asking, 'response');
    // An answer may come before the body was sent whole; what the line says after it is no matter.
    asking.on('error', () => {});
    asking.end(body);
    const [answer] = (await answered) as [import('node:http').IncomingMessage];
    let text = '';
    for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
    return { status: answer.statusCode ?? 0, headers: answer.headers, text };
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Sends bytes that may be no HTTP at all, and reads what is answered until the line is closed. */
export async function sendBytes(url: URL, bytes: string | Buffer): Promise<Answered | undefined> {
  const socket = connect({ host: url.hostname, port: Number(url.port) });
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  let text = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => (text += chunk.toString('latin1')));
  socket.end(bytes);
  await once(socket, 'close');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  if (!status) return undefined;
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status, headers, text: rest.join('\r\n\r\n') };
}
