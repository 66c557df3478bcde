import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.js';

/** Answers what is no HTTP at all, so that it never becomes a request: a method nobody knows, headers without an end. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = malformed('HTTP');
  const head = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Answers a request whose `Expect` asks for something that nobody here does; Node itself would answer 417 without a word. */
export function answerExpectation(_request: unknown, response: ServerResponse): void {
  const body = malformed('Expect');
  response.writeHead(400, headersOf(body)).end(body);
}

const malformed = (issues: string): string =>
  JSON.stringify(problemOf({ code: 'MALFORMED_REQUEST', params: { issues } }, 'vi', randomUUID()));

const headersOf = (body: string): Record<string, string> => ({
  'content-type': 'application/problem+json',
  'content-length': String(Buffer.byteLength(body)),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  connection: 'close',
});
