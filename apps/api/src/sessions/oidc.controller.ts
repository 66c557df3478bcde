import { refuse } from '#libs/domain/kernel';
import type { Config } from '#libs/platform/config';
import { OIDC_ATTEMPT_MS, type OidcIdentity, SignIn, coarseUserAgent } from '#libs/service/access';
import { CONFIG } from '#libs/service/foundation';
import { Controller, Get, HttpCode, Inject, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { giveOidcHandle, giveSession, oidcHandleOf, sessionSecretOf, takeOidcHandle } from './session-cookie.js';

/** What a provider sends back is its own: names that nobody here knows are none of our business. */
const fromProvider = z.looseObject({ state: z.string().optional(), code: z.string().optional() });

/** Signing in at an identity provider by OpenID Connect: two redirects of a browser. */
@Controller('api/v1/sessions/oidc')
export class OidcController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('start')
  @HttpCode(302)
  @Route({
    id: 'startOidc',
    summary: { vi: 'Đăng nhập qua nhà cung cấp danh tính', en: 'Sign in at the identity provider' },
    access: 'public',
    status: 302,
    answer: 'none',
  })
  async start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { url, handle } = orRefuse(await this.#provider().start());
    giveOidcHandle(request, reply, this.config.signIn, { handle, ms: OIDC_ATTEMPT_MS });
    void reply.header('location', url);
  }

  /** The way back. What the provider says stands in the query string, which no log sees. */
  @Get('callback')
  @HttpCode(302)
  @Route({
    id: 'finishOidc',
    summary: { vi: 'Trở về từ nhà cung cấp danh tính', en: 'Come back from the identity provider' },
    access: 'public',
    query: fromProvider,
    status: 302,
    answer: 'none',
  })
  async finish(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = this.#provider();
    const handle = oidcHandleOf(request);
    takeOidcHandle(request, reply, this.config.signIn);
    const query = request.url.split('?')[1] ?? '';
    const identified = orRefuse(await provider.identify({ handle, query }));
    const { secret, session } = await this.signIn.begin(identified, {
      userAgent: coarseUserAgent(request.headers['user-agent']),
      replaces: sessionSecretOf(request, this.config.signIn),
    });
    giveSession(request, reply, this.config.signIn, { secret, session });
    void reply.header('location', '/');
  }

  #provider(): OidcIdentity {
    return this.signIn.byOidc ?? orRefuse(refuse('OIDC_NOT_CONFIGURED'));
  }
}
