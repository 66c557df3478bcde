import { Readable } from 'node:stream';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { disposition, type MadePaper, type PaperFormat, paperFormats, type PaperReader } from '#libs/service/papers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf } from '../http/request.js';

/** Who asks, and what he may read. */
export const readerOf = (request: FastifyRequest): PaperReader => ({
  actor: actorOf(request),
  scope: orRefuse(scopeOf(request)),
});

/** `minutes.pdf` is the minutes as PDF; any other name is no paper. Refuses `NOT_FOUND`. */
export function paperAsked<K extends string>(
  file: string,
  kinds: readonly K[],
): Decision<{ readonly kind: K; readonly format: PaperFormat }> {
  const [name = '', ending = '', ...more] = file.split('.');
  const kind = kinds.find((each) => each === name);
  const format = paperFormats.find((each) => each === ending);
  return kind && format && more.length === 0
    ? ok({ kind, format })
    : refuse('NOT_FOUND', { params: { what: file.slice(0, 80) } });
}

/** Hands a paper out, to be saved and never shown by the browser in our name. */
export function handOut(reply: FastifyReply, { bytes, mediaType, ...names }: MadePaper): Readable {
  void reply
    .type(mediaType)
    .header('content-length', bytes.byteLength)
    .header('content-disposition', disposition(names))
    .header('content-security-policy', "default-src 'none'; sandbox");
  return Readable.from([Buffer.from(bytes.buffer)], { objectMode: false });
}
