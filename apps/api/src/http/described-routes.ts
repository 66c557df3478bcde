import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { ModulesContainer } from '@nestjs/core';
import { type RouteSpec, specOf } from './route.js';

/** A route as it is called, and what it says of itself. */
export interface DescribedRoute {
  readonly method: string;
  /** As the server knows it: `/api/v1/dossiers/:id`. */
  readonly path: string;
  readonly spec: RouteSpec;
}

/**
 * Every route that Nest has, by its controllers, in the order of their paths.
 * @throws Error that names the methods without `@Route`, and ids that stand twice: no route may be forgotten.
 */
export function describedRoutes(nest: ModulesContainer): readonly DescribedRoute[] {
  const modules = [...nest.values()];
  const controllers = new Set(
    modules.flatMap((each) => [...each.controllers.values()].map(({ metatype }) => metatype)),
  );
  const found = [...controllers].flatMap((controller) => (controller ? routesOf(controller as Type) : []));
  const forgotten = found.filter(({ spec }) => !spec).map(({ handler }) => handler);
  if (forgotten.length > 0) throw new Error(`Routes without @Route, which nobody may call: ${forgotten.join(', ')}.`);
  const routes = found as readonly DescribedRoute[];
  const ids = routes.map(({ spec: { id } }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`Ids of routes that stand twice: ${twice.join(', ')}.`);
  return routes.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** @throws Error that names routes of the server which are no method of a controller, so that they are described nowhere. */
export function checkNoOthers(
  routes: readonly DescribedRoute[],
  registered: readonly { readonly method: string; readonly path: string }[],
): void {
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  // The server gives each reading a HEAD of its own.
  const others = registered.filter(({ method, path }) => method !== 'HEAD' && !known.has(`${method} ${path}`));
  if (others.length > 0)
    throw new Error(
      `Routes that no @Route describes: ${others.map(({ method, path }) => `${method} ${path}`).join(', ')}.`,
    );
}

const placeOf = ({ method, path }: DescribedRoute): string => `${path} ${method}`;

type FoundRoute = Omit<DescribedRoute, 'spec'> & { readonly spec: RouteSpec | undefined; readonly handler: string };

function routesOf(controller: Type): FoundRoute[] {
  const prefix = pathsOf(controller);
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    return prefix.flatMap((before) =>
      pathsOf(handler).map((after) => ({
        method: RequestMethod[method],
        path: joined(before, after),
        spec: specOf(handler),
        handler: `${controller.name}.${name}`,
      })),
    );
  });
}

const pathsOf = (target: object): readonly string[] =>
  [(Reflect.getMetadata(PATH_METADATA, target) ?? '') as string | readonly string[]].flat();

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
