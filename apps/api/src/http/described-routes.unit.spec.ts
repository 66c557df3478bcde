import 'reflect-metadata';
import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { checkNoOthers, describedRoutes } from './described-routes.js';
import { Route } from './route.js';

const spec = (id: string) =>
  Route({ id, summary: { vi: 'Thử', en: 'Try' }, access: 'public', answer: z.strictObject({}) });

@Controller('things')
class Things {
  @Get(':id')
  @spec('readThing')
  one(): void {}

  @Post()
  @spec('beginThing')
  begin(): void {}
}

@Controller('others')
class Forgetful {
  @Get()
  forgotten(): void {}
}

@Controller('again')
class Again {
  @Get()
  @spec('readThing')
  one(): void {}
}

async function routesOf(...controllers: Type[]) {
  @Module({ controllers })
  class Some {}
  const app = await NestFactory.createApplicationContext(Some, { preview: true, logger: false, abortOnError: false });
  return describedRoutes(app.get(ModulesContainer));
}

describe('the routes of the API', () => {
  it('are read from what Nest has', async () => {
    const routes = await routesOf(Things);
    expect(routes.map(({ method, path, spec: { id } }) => [method, path, id])).toEqual([
      ['POST', '/things', 'beginThing'],
      ['GET', '/things/:id', 'readThing'],
    ]);
  });

  it('stop the start when one is not described', async () => {
    await expect(routesOf(Things, Forgetful)).rejects.toThrow(
      'Routes without @Route, which nobody may call: Forgetful.forgotten.',
    );
  });

  it('stop the start when two have one name', async () => {
    await expect(routesOf(Things, Again)).rejects.toThrow('Ids of routes that stand twice: readThing.');
  });

  it('stop the start when the server has one that no controller has', async () => {
    const routes = await routesOf(Things);
    const own = routes.map(({ method, path }) => ({ method, path }));
    expect(() => checkNoOthers(routes, [...own, { method: 'HEAD', path: '/things/:id' }])).not.toThrow();
    expect(() => checkNoOthers(routes, [...own, { method: 'GET', path: '/back-door' }])).toThrow(
      'Routes that no @Route describes: GET /back-door.',
    );
  });
});
