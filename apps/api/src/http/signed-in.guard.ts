import { Accounts, routeAccess } from '#libs/service/access';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RefusalException } from './refusal.exception.js';
import { routeOf } from './route.js';

/** Lets in who shows a known access token, and everybody where the route is public. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly accounts: Accounts,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (routeAccess[routeOf(this.reflector, context).access] === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const account = token === undefined ? undefined : await this.accounts.findByToken(token);
    if (!account) throw new RefusalException({ code: 'NOT_SIGNED_IN' });
    request.account = account;
    return true;
  }
}
