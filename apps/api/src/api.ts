import 'reflect-metadata';
import { sentenceOf } from '#libs/domain/kernel';
import { Metrics } from '#libs/platform/observability';
import {
  enterCalendarAtStart,
  enterProceduresAtStart,
  ProcedureFollower,
  PublishedProcedures,
} from '#libs/service/commands';
import { type Foundation, StartFailure, home } from '#libs/service/foundation';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import { ApiDescription } from './docs/api-description.js';
import { acceptUploads } from './documents/uploads.js';
import { answerMethods, protect, readTextOf } from './http/boundary.js';
import { answerClientError, answerExpectation } from './http/client-error.js';
import { checkNoOthers } from './http/described-routes.js';
import { ProblemFilter } from './http/problem.filter.js';
import { parseQuery } from './http/text.js';
import { acceptOneClick } from './notifications/one-click.js';
import { watchRequests } from './metrics/request-metrics.js';
import { serveWeb } from './web/serve-web.js';

/** 2,000 nominees come in under it. */
const BODY_LIMIT_BYTES = 1_048_576;

export interface RunningApi {
  /** `http://127.0.0.1:8080`, with the port that was really taken. */
  readonly url: string;
  /** Readiness turns red, requests in flight are answered, then the port is given up. The foundation stays open. */
  stop(): Promise<void>;
}

/** Serves HTTP on a foundation that is open, at the address that the configuration names. */
export async function startApi(foundation: Foundation): Promise<RunningApi> {
  await enterCalendarAtStart(foundation);
  await enterProceduresAtStart(foundation);
  const filter = new ProblemFilter(foundation.log);
  const { trustedProxies } = foundation.config.signIn;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { querystringParser: parseQuery },
    clientErrorHandler: answerClientError,
    // Nobody else's word for where a request comes from is believed.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // A URL that cannot be decoded never reaches a route, nor the filter of the routes.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      protect(reply);
      filter.answer(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(foundation), adapter, {
    logger: false,
    abortOnError: false,
    // Nest's parsers would also read what a form posts, Fastify's own also plain text: JSON is the one language spoken here.
    bodyParser: false,
  });
  const server = adapter.getInstance();
  server.removeContentTypeParser('text/plain');
  server.server.on('checkExpectation', answerExpectation);
  const registered: { method: string; path: string }[] = [];
  server.addHook('onRoute', ({ method, url: path }) => {
    for (const each of [method].flat()) registered.push({ method: each, path });
  });
  answerMethods(server, () => registered);
  readTextOf(server);
  await app.register(cookie);
  acceptUploads(server);
  acceptOneClick(server);
  watchRequests(server, app.get(Metrics), foundation.log);
  await serveWeb(server, home);
  server.addHook('onSend', async (_request, reply) => protect(reply));
  app.useGlobalFilters(filter);
  await app.init();
  // A route that nobody described would be open to nobody, and missing in the documentation: that is for the developer to know.
  checkNoOthers(app.get(ApiDescription).routes, registered);
  const { store, log } = foundation;
  const follower = new ProcedureFollower({ store, log, procedures: app.get(PublishedProcedures) });
  await follower.start();
  const { host, port } = foundation.config;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await follower.stop();
    await app.close();
    throw whyNotListening(error, `${host}:${port}`);
  }
  const stop = async () => {
    await app.close();
    await follower.stop();
  };
  return { url: await app.getUrl(), stop };
}

const UNUSABLE_ADDRESS = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']);

/** What an operator can do about it, if it is the address; anything else is a bug. */
function whyNotListening(error: unknown, address: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !UNUSABLE_ADDRESS.has(code)) return error;
  const refusal = { code: 'ADDRESS_UNUSABLE', params: { address, reason: code } } as const;
  return new StartFailure(`${sentenceOf(refusal, 'vi')}\n${sentenceOf(refusal, 'en')}`, { cause: error });
}
