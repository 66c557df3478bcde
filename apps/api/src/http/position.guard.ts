import { refuse } from '#libs/domain/kernel';
import { actorOf, rolesFor } from '#libs/service/access';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { orRefuse } from './refusal.exception.js';
import { routeOf } from './route.js';

/** Says in which position somebody signed in acts, and whether that position may call the route at all. */
@Injectable()
export class PositionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.account) return true;
    const actor = actorOf(request.account);
    const roles = rolesFor(routeOf(this.reflector, context).access);
    if (roles && !roles.some((role) => actor.roles.includes(role)))
      orRefuse(refuse('POSITION_NOT_ALLOWED', { params: { roles } }));
    request.actor = actor;
    return true;
  }
}
