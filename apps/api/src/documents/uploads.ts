import { Readable } from 'node:stream';
import { refuse } from '#libs/domain/kernel';
import { DOCUMENT_LIMIT_BYTES, allowedTypes, tooLarge } from '#libs/service/documents';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';

/** A sender who is silent for so long has gone. */
const SILENCE_MS = 60_000;

const isUpload = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'PUT' && routeOptions.url === '/api/v1/dossiers/:id/documents';

const unsupported = (): Error => Object.assign(new Error('Only uploads may have such a body.'), { statusCode: 415 });

/**
 * Lets bodies of any type through to the upload as streams, which nobody has begun to read. Everywhere else JSON stays the one
 * language: other types are refused unread.
 */
export function acceptUploads(server: FastifyInstance): void {
  server.addContentTypeParser('*', (request, payload, done) =>
    isUpload(request) ? done(null, payload) : done(unsupported()),
  );
  server.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    // What was answered before all of it had come: the rest would be read as the next request.
    if (request.body instanceof Readable && !request.raw.complete) void reply.header('connection', 'close');
  });
}

/**
 * The file that a request carries, of which nothing was read yet. Refuses an empty body, and JSON, which another parser has
 * read. Who leaves off in the middle can still answer: Node keeps the line of a request whose
 * body is let go.
 */
export function fileOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const { body } = request;
  if (!(body instanceof Readable)) return orRefuse(refuseBody(body));
  request.raw.setTimeout(SILENCE_MS, () => request.raw.destroy());
  // From then on it is we who are silent, while the store works.
  body.once('end', () => request.raw.setTimeout(0));
  return body;
}

/** Refuses what can be seen to be too large before any of it was read. */
export function checkDeclaredSize(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > DOCUMENT_LIMIT_BYTES) orRefuse(tooLarge(DOCUMENT_LIMIT_BYTES));
}

const refuseBody = (body: unknown) =>
  body === undefined || body === null
    ? refuse('DOCUMENT_EMPTY')
    : refuse('DOCUMENT_TYPE_NOT_ALLOWED', { params: { allowed: allowedTypes } });
