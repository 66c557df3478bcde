import { type Actor, type Decision, refuse, toInstant } from '#libs/domain/kernel';
import { type Access, rolesFor, routeAccess } from '#libs/service/access';
import { Acting } from '#libs/service/commands';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { orRefuse } from './refusal.exception.js';
import { headerOf } from './request.js';
import { routeOf } from './route.js';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/**
 * Says in which position somebody signed in acts, and whether that position may call the route at all. The header `Position`
 * names the position; without it the usual one counts. Asked anew for each request: an appointment or a mandate that ended
 * a moment ago ends here.
 */
@Injectable()
export class PositionGuard implements CanActivate {
  constructor(
    private readonly acting: Acting,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.account) return true;
    const { access, command } = routeOf(this.reflector, context);
    // Only a command takes place at another time than it is sent.
    const acting = await this.actingIn(request, command && headerOf(request, 'effective-at'));
    request.acting = acting;
    return this.admitted(access, acting);
  }

  private async actingIn(request: FastifyRequest, at: string | undefined): Promise<Decision<Actor>> {
    const { id: accountId, defaultPositionId } = request.account ?? {};
    if (accountId === undefined) return refuse('NOT_SIGNED_IN');
    const positionId = headerOf(request, 'position');
    if (positionId !== undefined && !ID.test(positionId))
      return refuse('MALFORMED_REQUEST', { params: { issues: 'Position: not an id' } });
    // What is no moment is refused where the command is read.
    return this.acting.as({ accountId, positionId, defaultPositionId, effectiveAt: at && toInstant(at) });
  }

  private admitted(access: Access, acting: Decision<Actor>): true {
    // Whoever is signed in may come without a position; a route that asks for one after all refuses for itself.
    if (routeAccess[access] === 'signed-in') return true;
    const actor = orRefuse(acting);
    const roles = rolesFor(access);
    if (roles && !roles.some((role) => actor.roles.includes(role)))
      orRefuse(refuse('POSITION_NOT_ALLOWED', { params: { roles } }));
    return true;
  }
}
