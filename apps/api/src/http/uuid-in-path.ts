import { refuse } from '#libs/domain/kernel';
import { z } from 'zod';
import { orRefuse } from './refusal.exception.js';

/** An id of ours in a path; what cannot be one is found nowhere. */
export const uuidInPath = (text: string): string =>
  z.uuid().safeParse(text).success ? text : orRefuse(refuse('NOT_FOUND', { params: { what: text.slice(0, 80) } }));
