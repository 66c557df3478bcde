import { refuse } from '#libs/domain/kernel';
import type { Session } from '#libs/service/access';
import type { FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';

/** The session that a request came with; who came with an access token is refused with `SESSION_NEEDED`. */
export const sessionOf = (request: FastifyRequest): Session => request.session ?? orRefuse(refuse('SESSION_NEEDED'));
