import { type Refusal } from '#libs/domain/kernel';
import { EventStoreUnavailable } from '#libs/engine/event-store';
import { isUnreachable } from '#libs/platform/postgres';
import { DocumentStoreUnavailable } from '#libs/service/documents';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#libs/platform/observability';
import { correlationIdOf, languageOf } from './request.js';
import { faultOf, problemOf } from './problem.js';
import { RefusalException } from './refusal.exception.js';

const RETRY_AFTER_SECONDS = '2';

/** The one place where "no" becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what the server refuses before a route is found: a broken URL, a body that is too large. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(thrown);
    const correlationId = correlationIdOf(request);
    // The disk that is full, the bucket that is gone: the client learns only that it may try again.
    if (thrown instanceof DocumentStoreUnavailable) this.log.error({ correlationId, err: thrown }, thrown.message);
    if (refusal) {
      request.refusedFor = refusal.code;
      const names = thrown instanceof RefusalException ? thrown.names : undefined;
      const problem = problemOf(refusal, languageOf(request), correlationId, names);
      if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
      const { allowed } = problem.params ?? {};
      if (problem.status === 405 && Array.isArray(allowed)) void reply.header('allow', allowed.join(', '));
      const seconds = refusal.params?.['seconds'];
      if (problem.status === 429 && seconds !== undefined) void reply.header('retry-after', String(seconds));
      if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
      void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
      return;
    }
    // A bug. Its message may hold anything, so the client gets the id under which the log has the rest.
    this.log.error({ correlationId, err: thrown }, 'a request failed');
    const fault = faultOf(correlationId);
    void reply.status(fault.status).type('application/problem+json').send(JSON.stringify(fault));
  }
}

function refusalOf(thrown: unknown): Refusal | undefined {
  if (thrown instanceof RefusalException) return thrown.refusal;
  if (thrown instanceof EventStoreUnavailable || isUnreachable(thrown)) return { code: 'STORE_UNAVAILABLE' };
  if (thrown instanceof DocumentStoreUnavailable) return { code: 'DOCUMENT_STORE_UNAVAILABLE' };
  const status = statusOf(thrown);
  if (status === 413) return { code: 'BODY_TOO_LARGE', params: { limit: '1 MB' } };
  if (status === 415) return { code: 'UNSUPPORTED_MEDIA_TYPE' };
  if (status === 404) return { code: 'NOT_FOUND', params: { what: 'URL' } };
  if (status !== undefined && status < 500) return { code: 'MALFORMED_REQUEST', params: { issues: 'HTTP' } };
  return undefined;
}

/** The status that the framework or the server meant. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode } = (thrown ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
