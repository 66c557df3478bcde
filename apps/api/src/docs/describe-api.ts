import 'reflect-metadata';
import type { Foundation } from '#libs/service/foundation';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { ApiModule } from '../api.module.js';
import { type DescribedRoute, describedRoutes } from '../http/described-routes.js';

/** The routes of the API without a database, a queue or a port: the modules are read and nothing of them is made. */
export async function describeApi(): Promise<readonly DescribedRoute[]> {
  const nothing = {} as Foundation;
  const app = await NestFactory.createApplicationContext(ApiModule.on(nothing), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describedRoutes(app.get(ModulesContainer));
}
