import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readWebPage } from './web-page.js';

/** Where programs ask, not people: what is not there is a problem with a code, never a page. */
const FOR_PROGRAMS = /^\/(api|health|metrics|problems|public|ical)(\/|$)/;
/** The files of the build: their names change with their content, but for the mark. */
const FILE = /^\/(assets\/[\w.-]+|mark\.svg)$/;
const HASHED = '/assets/';

/**
 * Serves the web app under the same origin as the API: its files, and its one page for every other address that no route has, to
 * whoever asks for a page, so that a link into it can be opened, sent and kept. It is no route of the API and stands in none of its documents.
 * @param home the folder that holds `dist/web`; where nothing was built, nothing is served.
 */
export async function serveWeb(server: FastifyInstance, home: string): Promise<void> {
  const root = join(home, 'dist', 'web');
  const page = await readWebPage(root);
  if (!page) return;
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true });
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.is404 || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
    const path = request.url.replace(/[?#].*$/, '');
    if (FOR_PROGRAMS.test(path)) return undefined;
    if (FILE.test(path)) {
      const immutable = path.startsWith(HASHED);
      return reply.sendFile(path.slice(1), { immutable, maxAge: immutable ? '365d' : '1h' });
    }
    // A file of an older build that an open page asks for: a page in its place would be read as a script.
    if (path.startsWith(HASHED)) return undefined;
    // Whoever opens an address in a browser asks for a page; a program that mistypes one is told so.
    if (path !== '/' && !(request.headers.accept ?? '').includes('text/html')) return undefined;
    const { html, policy } = page();
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);
  });
}
