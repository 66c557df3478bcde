import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { START, type Position } from '#libs/engine/event-store';
import type { Projection, ProjectionProgress } from '#libs/engine/projections';
import { type ReadScope, readScopeOf, rolesFor } from '#libs/service/access';
import type { PageRequest } from '#libs/service/read-models';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from './request.js';

const WAIT_AT_MOST_MS = 5_000;

/** A whole number in a query string. */
export const wholeNumber = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number);

/** What every list takes: which page, and which own write it must show. */
export const paging = {
  limit: wholeNumber().optional(),
  cursor: z.string().max(500).optional(),
  /** The position that a command answered: the reader waits up to 5 s for it. */
  minPosition: z
    .string()
    .regex(/^[\w/.-]{1,80}$/)
    .optional(),
};

/** The page that was asked for. Also a limit of 0 is one: it is refused, not read as no limit. */
export const pageOf = ({
  limit,
  cursor,
}: {
  limit?: number | undefined;
  cursor?: string | undefined;
}): PageRequest => ({
  ...(limit === undefined ? {} : { limit }),
  ...(cursor ? { cursor } : {}),
});

/** How far the answer's read model had come, and whether that is still behind what was asked for. */
export interface AsOf {
  readonly position: Position;
  readonly behind: boolean;
}

/** Waits until a read model, or each of several, shows the client's own write. Answers all the same after 5 s, and says so. */
export async function upTo(
  progress: ProjectionProgress,
  projection: Projection | readonly Projection[],
  minPosition: string | undefined,
): Promise<Decision<AsOf>> {
  try {
    return ok(await progress.waitFor([projection].flat(), minPosition ?? START, WAIT_AT_MOST_MS));
  } catch (error) {
    // Only the store can read its positions; what it cannot read, no command has answered.
    if (error instanceof RangeError) return refuse('MALFORMED_REQUEST', { params: { issues: 'minPosition' } });
    throw error;
  }
}

/** Which dossiers the account may read; who may read none gets `POSITION_NOT_ALLOWED`. */
export function scopeOf(request: FastifyRequest): Decision<ReadScope> {
  const scope = readScopeOf(actorOf(request));
  return scope ? ok(scope) : refuse('POSITION_NOT_ALLOWED', { params: { roles: rolesFor('dossiers:read') ?? [] } });
}
