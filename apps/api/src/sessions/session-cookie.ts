import type { SignInConfig } from '#libs/platform/config';
import type { Session } from '#libs/service/access';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'vinhdanh_session';
/** Browsers take a name that begins so from nobody but this host, over TLS, for all paths. */
const SECURE_NAME = `__Host-${NAME}`;

/** Whether browsers reach this system over TLS: this request came so, or all do. */
export const isSecure = (request: FastifyRequest, { publicUrl }: SignInConfig): boolean =>
  request.protocol === 'https' || (publicUrl?.startsWith('https://') ?? false);

/** The secret of the session that a request comes with. */
export function sessionSecretOf(request: FastifyRequest, config: SignInConfig): string | undefined {
  const secret = request.cookies[isSecure(request, config) ? SECURE_NAME : NAME];
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

/** Hands the browser its session. No script reads it, and no other site's page sends it along. */
export function giveSession(
  request: FastifyRequest,
  reply: FastifyReply,
  config: SignInConfig,
  { secret, session: { createdAt, endsAt } }: { readonly secret: string; readonly session: Session },
): void {
  const secure = isSecure(request, config);
  void reply.setCookie(secure ? SECURE_NAME : NAME, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: Math.floor((Date.parse(endsAt) - Date.parse(createdAt)) / 1_000),
  });
}

/** Tells the browser to forget it. */
export function takeSession(request: FastifyRequest, reply: FastifyReply, config: SignInConfig): void {
  const secure = isSecure(request, config);
  void reply.clearCookie(secure ? SECURE_NAME : NAME, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

const OIDC_NAME = 'vinhdanh_oidc';
const OIDC_PATH = '/api/v1/sessions/oidc';

export const oidcHandleOf = (request: FastifyRequest): string | undefined => request.cookies[OIDC_NAME];

/** Lax, because the provider's page sends the browser back: a strict cookie would stay at home. */
export function giveOidcHandle(
  request: FastifyRequest,
  reply: FastifyReply,
  config: SignInConfig,
  { handle, ms }: { readonly handle: string; readonly ms: number },
): void {
  const secure = isSecure(request, config);
  const maxAge = Math.floor(ms / 1_000);
  void reply.setCookie(OIDC_NAME, handle, { path: OIDC_PATH, httpOnly: true, sameSite: 'lax', secure, maxAge });
}

export function takeOidcHandle(request: FastifyRequest, reply: FastifyReply, config: SignInConfig): void {
  const secure = isSecure(request, config);
  void reply.clearCookie(OIDC_NAME, { path: OIDC_PATH, httpOnly: true, sameSite: 'lax', secure });
}
