import type { FastifyReply } from 'fastify';

/** Enough for a hall of people behind one line; each process counts for itself. */
export const NOTICES_A_MINUTE = 120;

/** Anybody may keep it for a minute, and no search engine for longer than it hangs out: it is not to be listed at all. */
export function handedOut(reply: FastifyReply): void {
  void reply.header('cache-control', 'public, max-age=60').header('x-robots-tag', 'noindex, nofollow');
}
