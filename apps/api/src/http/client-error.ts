import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemOf } from './problem.js';

/** Answers what is no HTTP at all, so that it never becomes a request: a method nobody knows, headers without an end. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf({ code: 'MALFORMED_REQUEST', params: { issues: 'HTTP' } }, 'vi', randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
