import type { FastifyInstance, FastifyRequest } from 'fastify';

const LIMIT_BYTES = 4_096;

const unsupported = (): Error => Object.assign(new Error('Only mail programs may post forms.'), { statusCode: 415 });
const malformed = (): Error => Object.assign(new Error('Not a one-click request.'), { statusCode: 400 });

/**
 * Lets through the form that mail programs post to a link of a letter (RFC 8058 §3.1), as either kind of form, and to no other
 * route: anywhere else a page of another site could post a form in somebody's name.
 */
export function acceptOneClick(server: FastifyInstance): void {
  server.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: LIMIT_BYTES },
    (request: FastifyRequest, body, done) => {
      if (request.routeOptions.url !== '/api/v1/unsubscribe/:token') return done(unsupported());
      // In both kinds the pair stands in plain sight.
      return /List-Unsubscribe\b[^]*One-Click/.test(String(body)) ? done(null, undefined) : done(malformed());
    },
  );
}
