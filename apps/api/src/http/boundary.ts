import { Readable } from 'node:stream';
import { refuse } from '#libs/domain/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { orRefuse } from './refusal.exception.js';
import { queryOf, readText } from './text.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The one place where text comes in: bodies, query strings and parts of a path reach every route in NFC, and none is reached by
 * text that cannot be kept as it is. Headers are read by `commandRequest`.
 */
export function readTextOf(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      // Letters that are none would be kept as other ones.
      text = utf8.decode(body as Buffer);
    } catch {
      return done(Object.assign(new Error('The body is not UTF-8.'), { statusCode: 400 }));
    }
    return void parseJson(request, text, done);
  });
  server.addHook('preValidation', async (request) => {
    request.params = orRefuse(readText(request.params, 'path'));
    request.query = orRefuse(queryOf(request.query));
    if (!(request.body instanceof Readable)) request.body = orRefuse(readText(request.body));
  });
}

const protection = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The headers of every answer; a route that says something else of its own keeps it. */
export function protect(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(protection)) if (!reply.hasHeader(name)) void reply.header(name, value);
}

/**
 * What there is no route for: 404, or 405 with `Allow` where the address has other methods, which `OPTIONS` lists. `pathsOf`
 * is asked only then, when all routes are known.
 */
export function answerMethods(
  server: FastifyInstance,
  routes: () => readonly { readonly method: string; readonly path: string }[],
): void {
  let methods: ReadonlyMap<RegExp, ReadonlySet<string>> | undefined;
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return undefined;
    methods ??= methodsByPath(routes());
    const path = request.url.replace(/[?#].*$/, '');
    const allowed = [...methods].flatMap(([pattern, names]) => (pattern.test(path) ? [...names] : []));
    if (allowed.length === 0) return undefined;
    // HEAD is among them: the server registers one with each GET.
    const allow = [...new Set([...allowed, 'OPTIONS'])].toSorted();
    if (request.method !== 'OPTIONS') return orRefuse(refuse('METHOD_NOT_ALLOWED', { params: { allowed: allow } }));
    return reply.status(204).header('allow', allow.join(', ')).send();
  });
}

function methodsByPath(
  routes: readonly { readonly method: string; readonly path: string }[],
): Map<RegExp, Set<string>> {
  const byPath = new Map<string, Set<string>>();
  for (const { method, path } of routes) byPath.set(path, (byPath.get(path) ?? new Set()).add(method));
  return new Map([...byPath].map(([path, methods]) => [patternOf(path), methods]));
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
