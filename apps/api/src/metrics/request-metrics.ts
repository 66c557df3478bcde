import type { Logger, Metrics } from '#libs/platform/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdOf } from '../http/request.js';

/** Asked every few seconds by machines: nobody wants to read of each. */
const WATCHING = /^\/(health|metrics)/;

/**
 * Counts and logs each request when it has been answered: by its route, never by its URL, which may hold what somebody
 * searched for. The correlation id goes back to the client, and joins this line with all others about the request.
 */
export function watchRequests(server: FastifyInstance, metrics: Metrics, log: Logger): void {
  const took = metrics.durations({
    name: 'vinhdanh_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labels: ['method', 'route', 'status'],
  });
  const refused = metrics.counter({
    name: 'vinhdanh_http_refusals_total',
    help: 'Requests that were refused, by the code of the problem.',
    labels: ['code'],
  });
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-correlation-id', correlationIdOf(request));
  });
  server.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = routeLabel(request, reply);
    const seconds = reply.elapsedTime / 1_000;
    took(seconds, { method: request.method, route, status: String(reply.statusCode) });
    if (request.refusedFor) refused({ code: request.refusedFor });
    log[WATCHING.test(route) ? 'debug' : 'info'](
      {
        correlationId: correlationIdOf(request),
        method: request.method,
        route,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
        ...(request.refusedFor ? { code: request.refusedFor } : {}),
        ...(request.acting?.ok ? { account: request.acting.value.id, position: request.acting.value.positionId } : {}),
      },
      'request',
    );
  });
}

/** The route as it was written, with the command's name where there is such a command: as many as there are, and no more. */
function routeLabel({ routeOptions, params }: FastifyRequest, { statusCode }: FastifyReply): string {
  const route = routeOptions.url ?? 'none';
  const { command } = (params ?? {}) as { readonly command?: string };
  return command !== undefined && statusCode < 400 ? route.replace(':command', command) : route;
}
