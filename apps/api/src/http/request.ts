import { createHash, randomUUID } from 'node:crypto';
import type { Account, Session } from '#libs/service/access';
import { type Actor, type Decision, type ErrorCode, ok, refuse, toInstant } from '#libs/domain/kernel';
import type { CommandRequest } from '#libs/service/commands';
import { type JsonValue, canonicalText } from '#libs/engine/event-store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from './refusal.exception.js';
import { readText } from './text.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guards for every route that needs somebody signed in: who it is, and as whom he acts. */
    account?: Account;
    acting?: Decision<Actor>;
    /** Set for who came with a session, not with an access token. */
    session?: Session;
    correlationId?: string;
    /** Why the request was refused, for log and figures. */
    refusedFor?: ErrorCode;
  }
}

const uuid = z.uuid();

/** The client's `X-Correlation-Id` if it is a UUID, else one of our own: it joins request, events, jobs and logs. */
export function correlationIdOf(request: FastifyRequest): string {
  if (!request.correlationId) {
    const given = request.headers['x-correlation-id'];
    request.correlationId = uuid.safeParse(given).success ? String(given).toLowerCase() : randomUUID();
  }
  return request.correlationId;
}

/** English for who prefers it, Vietnamese for everybody else. */
export function languageOf(request: FastifyRequest): 'vi' | 'en' {
  const wanted = request.headers['accept-language'] ?? '';
  const en = wanted.search(/\ben\b/i);
  const vi = wanted.search(/\bvi\b/i);
  return en >= 0 && (vi < 0 || en < vi) ? 'en' : 'vi';
}

/** Who is signed in. The guard has seen to it that somebody is. */
export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new Error('A route without a guard asked who is signed in.');
  return request.account;
}

/**
 * As whom somebody signed in acts: in which position, with which roles. Where the route lets in who has no position, this is
 * where it is refused.
 */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.acting) throw new Error('A route without a guard asked who acts.');
  return orRefuse(request.acting);
}

/** What a body says, in the shape that is asked for; every fault is named by its path, never by its value. */
export function parse<T>(schema: z.ZodType<T>, body: unknown): Decision<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues
    .slice(0, 20)
    .map((issue) => `${issue.path.join('.') || '(root)'}: ${faultOf(issue)}`);
  return refuse('MALFORMED_REQUEST', { params: { issues } });
}

const faultOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `unknown: ${issue.keys.filter(isPlain).join(', ') || issue.keys.length}`
    : issue.message;

/** A name that may be shown: whatever else somebody put in the place of a name may be anything. */
const isPlain = (key: string): boolean => /^[\w-]{1,40}$/.test(key);

/** A header that was sent once and is not empty. */
export const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads what stands around a command: who, which intention, what it rests on, when it took place. */
export function commandRequest(
  request: FastifyRequest,
  asked: { route: string; body: unknown; needsIfMatch: boolean },
): Decision<CommandRequest> {
  const commandId = headerOf(request, 'idempotency-key');
  if (!commandId) return refuse('IDEMPOTENCY_KEY_MISSING');
  if (!uuid.safeParse(commandId).success) return malformed('Idempotency-Key: not a UUID');
  const ifMatch = headerOf(request, 'if-match');
  if (asked.needsIfMatch && !ifMatch) return refuse('IF_MATCH_MISSING');
  const revision = ifMatch?.match(/^"(\d{1,9})"$/)?.[1];
  if (asked.needsIfMatch && revision === undefined) return malformed('If-Match: expected a revision in quotes, as "7"');
  const at = headerOf(request, 'effective-at');
  const effectiveAt = at === undefined ? undefined : toInstant(at);
  if (at !== undefined && effectiveAt === undefined) return malformed('Effective-At: not a moment with an offset');
  const digest = canonicalText('request', {
    route: asked.route,
    body: (asked.body ?? {}) as JsonValue,
    ...(at ? { at } : {}),
  });
  if (!digest.ok) return malformed(digest.error);
  const encodedReason = headerOf(request, 'backdating-reason');
  const read = encodedReason === undefined ? undefined : readText(decodeHeader(encodedReason), 'Backdating-Reason');
  if (read && !read.ok) return read;
  const reason = read?.value;
  return ok({
    actor: actorOf(request),
    commandId: commandId.toLowerCase(),
    fingerprint: createHash('sha256').update(digest.value).digest('hex'),
    correlationId: correlationIdOf(request),
    ...(asked.needsIfMatch ? { ifMatch: Number(revision) } : {}),
    ...(effectiveAt ? { effectiveAt } : {}),
    ...(reason ? { backdatingReason: reason.slice(0, 500) } : {}),
  });
}

const malformed = (issue: string) => refuse('MALFORMED_REQUEST', { params: { issues: issue } });

/** Headers are Latin-1; Vietnamese text comes percent-encoded (RFC 8187 without its prefix) or as plain ASCII. */
function decodeHeader(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
