import { Readable } from 'node:stream';
import { refuse } from '#libs/domain/kernel';
import { LARGEST_LIST_BYTES } from '#libs/service/lists';
import { DOCUMENT_LIMIT_BYTES, allowedTypes, tooLarge } from '#libs/service/documents';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';

/** A sender who is silent for so long has gone. */
const SILENCE_MS = 60_000;

/** The routes whose body is a file. */
const UPLOADS: ReadonlySet<string> = new Set([
  'PUT /api/v1/dossiers/:id/documents',
  'POST /api/v1/dossiers/:id/preview-nominees',
  'POST /api/v1/award-histories/:id/preview',
]);

const isUpload = ({ method, routeOptions }: FastifyRequest): boolean => UPLOADS.has(`${method} ${routeOptions.url}`);

const unsupported = (): Error => Object.assign(new Error('Only uploads may have such a body.'), { statusCode: 415 });

/**
 * Lets bodies of any type through to uploads as streams, which nobody has begun to read. Everywhere else JSON stays the one
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

/** A file that is small enough to be read whole: refuses `CSV_FILE_TOO_LARGE` as soon as it is larger. */
export async function listOf(request: FastifyRequest): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of fileOf(request)) {
    size += part.length;
    if (size > LARGEST_LIST_BYTES) {
      orRefuse(refuse('CSV_FILE_TOO_LARGE', { params: { limit: `${LARGEST_LIST_BYTES / 1_048_576} MiB` } }));
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
