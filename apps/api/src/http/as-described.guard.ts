import { refuse } from '#libs/domain/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from './refusal.exception.js';
import { parse } from './request.js';
import { routeOf } from './route.js';

const nothing = z.strictObject({});

/** Refuses what a route does not say that it takes: parameters of a query that nobody knows, and a body where there is none. */
@Injectable()
export class AsDescribedGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { query, body, commands } = routeOf(this.reflector, context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    orRefuse(parse(query ?? nothing, request.query));
    if (body || commands || isEmpty(request.body)) return true;
    return orRefuse(refuse('MALFORMED_REQUEST', { params: { issues: '(root): no body is taken' } }));
  }
}

const isEmpty = (body: unknown): boolean => body === undefined || body === null || nothing.safeParse(body).success;
