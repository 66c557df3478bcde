import { RequestMethod } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { RouteSpec } from '../../apps/api/src/http/route.js';
import { ApiModule } from '../../apps/api/src/api.module.js';
import type { Foundation } from '#libs/service/foundation';

/** A route of the API as it is served. */
export interface ApiRoute extends RouteSpec {
  readonly method: string;
  /** `/api/v1/dossiers/:id` */
  readonly path: string;
}

type Part = DynamicModule | Type | { readonly forwardRef: () => Type } | Promise<DynamicModule>;

/** Every route that the API's modules declare: what the framework itself serves them from. */
export function routesOfApi(foundation: Foundation): readonly ApiRoute[] {
  const controllers = new Set<Type>();
  const collect = (part: Part): void => {
    if (part instanceof Promise || (typeof part === 'object' && 'forwardRef' in part)) return;
    const module = typeof part === 'function' ? part : part.module;
    const declared = (key: string): Part[] => (Reflect.getMetadata(key, module) as Part[] | undefined) ?? [];
    const dynamic = typeof part === 'function' ? undefined : part;
    for (const each of [...declared('controllers'), ...(dynamic?.controllers ?? [])]) controllers.add(each as Type);
    for (const each of [...declared('imports'), ...(dynamic?.imports ?? [])]) collect(each as Part);
  };
  collect(ApiModule.on(foundation));
  return [...controllers].flatMap(routesOf);
}

function routesOf(controller: Type): ApiRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefix = Reflect.getMetadata('path', controller) as string | undefined;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') return [];
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'GET';
    const spec = Reflect.getMetadata('vinhdanh:route', handler) as RouteSpec;
    const parts = [prefix ?? '', path].flatMap((each) => each.split('/')).filter((each) => each !== '');
    return [{ ...spec, method, path: `/${parts.join('/')}` }];
  });
}
