import { z } from 'zod';

/** Whose data it is: a nominee of the dossier, or anybody a free text of the dossier, unit or cluster may mention. */
export type PersonalSubject = 'nominee' | 'dossier' | 'signer' | 'unit' | 'cluster';

const registry = z.registry<{ subject: PersonalSubject }>();

/**
 * Marks a field of an event as personal data. Such fields never reach stream names, logs, job payloads, URLs or errors,
 * and the codec at the store's edge knows from the mark what has to be sealed.
 */
export function personal<T extends z.ZodType>(schema: T, subject: PersonalSubject): T {
  registry.add(schema, { subject });
  return schema;
}

/** Whose data a schema holds, if it is marked. */
export const personalSubjectOf = (schema: z.ZodType): PersonalSubject | undefined => registry.get(schema)?.subject;
