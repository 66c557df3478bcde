import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { SignInConfig } from '#libs/platform/config';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that comes with a cookie was made by a page of this system. The cookie is `SameSite=Strict` already; this
 * also keeps out pages of other ports and subdomains, which count as the same site. Reading changes nothing and needs none.
 */
export function checkOrigin(request: FastifyRequest, config: SignInConfig): Decision<void> {
  if (SAFE.has(request.method)) return ok(undefined);
  const { origin, 'sec-fetch-site': site } = request.headers;
  // No page can set or leave out either of them.
  const ours = origin === undefined ? site === 'same-origin' : isOurs(request, origin, config);
  return ours ? ok(undefined) : refuse('ORIGIN_NOT_ALLOWED');
}

/** Whoever has no cookie yet needs no origin; but a page of somebody else does not sign anybody in. */
export function checkNoForeignOrigin(request: FastifyRequest, config: SignInConfig): Decision<void> {
  const { origin } = request.headers;
  return origin === undefined || isOurs(request, origin, config) ? ok(undefined) : refuse('ORIGIN_NOT_ALLOWED');
}

function isOurs(request: FastifyRequest, origin: string, { publicUrl, origins }: SignInConfig): boolean {
  return origin === `${request.protocol}://${request.host}` || origin === publicUrl || origins.includes(origin);
}
