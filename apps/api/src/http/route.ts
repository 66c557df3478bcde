import type { Bilingual, ErrorCode } from '#libs/domain/kernel';
import type { Access } from '#libs/service/access';
import { type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { z } from 'zod';

/** What a route is for, who may call it, what it takes and what it answers: guards, documentation and tests all read this. */
export interface RouteSpec {
  /** In camel case, unique: `listDossiers`. Clients make their functions of it. */
  readonly id: string;
  readonly summary: Bilingual;
  /** What else a caller has to know, in English. */
  readonly detail?: string;
  readonly access: Access;
  /** The query string, as `parse` checks it. */
  readonly query?: z.ZodType;
  /** The body, as `parse` checks it; `file` where it is any file. */
  readonly body?: z.ZodType | 'file';
  /** One route for every command of a catalogue, by the name in the path's `:command`. */
  readonly commands?: Readonly<Record<string, z.ZodType>>;
  /** What stands around a command: the first of a stream needs `Idempotency-Key`, each later one `If-Match` as well. */
  readonly command?: 'first' | 'next';
  /** Without it 200. */
  readonly status?: 200 | 201 | 202 | 204 | 302;
  /** The body of the answer. `file`: any file; `events`: server-sent events; `text`: plain text; `none`: nothing. */
  readonly answer: z.ZodType | 'file' | 'events' | 'text' | 'none';
  /** The media type of a file or text that always has the same one. */
  readonly media?: string;
  /** Whether a reading answers its revision as `ETag`; commands always do. */
  readonly etag?: true;
  /**
   * Reasons for a no with a status that nobody would expect of such a route. Expected are 400, of what is not public 401, 403
   * and 409, of a path with parameters 404, of what changes something 409, 413, 415 and 422, of later commands 412 and 428; 429, 503.
   */
  readonly refuses?: readonly ErrorCode[];
  /** Other answers than problems, by status. */
  readonly others?: Readonly<Record<number, z.ZodType>>;
}

const ROUTE = 'vinhdanh:route';

/** What was described of a method of a controller, if anything was. */
export const specOf = (handler: object): RouteSpec | undefined =>
  Reflect.getMetadata(ROUTE, handler) as RouteSpec | undefined;

/** Describes a route. */
export const Route = (spec: RouteSpec): CustomDecorator => SetMetadata(ROUTE, spec);

/** The description of the route that is called. @throws Error for a route without one: nobody may call it. */
export function routeOf(reflector: Reflector, context: Pick<ExecutionContext, 'getHandler' | 'getClass'>): RouteSpec {
  const spec = reflector.get<RouteSpec | undefined>(ROUTE, context.getHandler());
  if (!spec) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Route.`);
  return spec;
}
