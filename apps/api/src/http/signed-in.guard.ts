import type { Config } from '#libs/platform/config';
import { type Access, type Account, type Session, SignIn, networkOf, routeAccess } from '#libs/service/access';
import { CONFIG } from '#libs/service/foundation';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { checkOrigin } from '../sessions/origin.js';
import { sessionSecretOf } from '../sessions/session-cookie.js';
import { RefusalException, orRefuse } from './refusal.exception.js';
import { routeOf } from './route.js';

/**
 * Lets in who shows a known access token or comes with a session, and everybody where the route is public. Whoever comes with both
 * is who the token says. Each account, and each address where nobody is signed in, has its budget of requests.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly signIn: SignIn,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { access } = routeOf(this.reflector, context);
    if (routeAccess[access] === 'public') {
      await this.#take(`address:${networkOf(request.ip)}`);
      return true;
    }
    const { authorization } = request.headers;
    const who = authorization === undefined ? await this.#bySession(request) : await this.#byToken(authorization);
    if (!who) {
      // Also guessing has its budget.
      await this.#take(`address:${networkOf(request.ip)}`);
      throw new RefusalException({ code: 'NOT_SIGNED_IN' });
    }
    request.account = who.account;
    await this.#take(`account:${who.account.id}`);
    if (who.session) await this.#admit(request, who.session, who.account, access);
    return true;
  }

  async #byToken(authorization: string): Promise<{ readonly account: Account; readonly session?: never } | undefined> {
    const token = /^Bearer ([\w-]{16,200})$/.exec(authorization)?.[1];
    const account = token === undefined ? undefined : await this.signIn.accounts.findByToken(token);
    return account && { account };
  }

  async #bySession(
    request: FastifyRequest,
  ): Promise<{ readonly account: Account; readonly session: Session } | undefined> {
    const secret = sessionSecretOf(request, this.config.signIn);
    return secret === undefined ? undefined : this.signIn.sessions.find(secret);
  }

  /** What only sessions are asked: where the request comes from, and whether the session is complete. */
  async #admit(request: FastifyRequest, session: Session, account: Account, access: Access): Promise<void> {
    orRefuse(checkOrigin(request, this.config.signIn));
    request.session = session;
    if (access === 'session:own') return;
    const incomplete = await this.signIn.incomplete(session, account);
    if (incomplete) throw new RefusalException({ code: incomplete });
  }

  async #take(key: string): Promise<void> {
    orRefuse(await this.signIn.rate.take(key));
  }
}
