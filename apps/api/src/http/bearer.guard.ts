import { Accounts } from '#libs/service/access';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RefusalException } from './refusal.exception.js';

const PUBLIC = 'vinhdanh:public';

/** Marks a route that needs nobody signed in. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Lets in who shows a known access token. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly accounts: Accounts,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const account = token === undefined ? undefined : await this.accounts.findByToken(token);
    if (!account) throw new RefusalException({ code: 'NOT_SIGNED_IN' });
    request.account = account;
    return true;
  }
}
