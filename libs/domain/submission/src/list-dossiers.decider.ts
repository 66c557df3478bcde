import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { AskedDossier, SubmissionContext } from './submission.context.js';
import { DOSSIERS_LIMIT } from './submission.events.js';

/**
 * Whether dossiers may be put on a letter beside those that are on it: each once, of the body that sends, on its way to the
 * addressee, and on no other letter. Refuses `TOO_MANY_DOSSIERS`, `DOSSIER_TWICE`, `OTHER_UNIT`, `DOSSIER_IN_ANOTHER_SUBMISSION`
 * and what the dossier itself answers.
 */
export function checkListed(
  adding: readonly string[],
  listed: readonly string[],
  context: SubmissionContext,
): Decision<void> {
  const all = [...listed, ...adding];
  if (all.length > DOSSIERS_LIMIT) return refuse('TOO_MANY_DOSSIERS', { params: { limit: DOSSIERS_LIMIT } });
  const twice = all.filter((id, index) => all.indexOf(id) < index);
  if (twice.length > 0) return refuse('DOSSIER_TWICE', { params: { dossiers: [...new Set(twice)] } });
  const asked = askedFor(adding, context);
  if (!asked.ok) return asked;
  if (asked.value.some(({ bodyId }) => bodyId !== context.actor.unitId)) return refuse('OTHER_UNIT');
  const elsewhere = inAnother(asked.value, context);
  if (!elsewhere.ok) return elsewhere;
  return allSayYes(asked.value);
}

/** What is known of dossiers, in their order. Refuses `NOT_FOUND` for one that does not exist. */
export function askedFor(ids: readonly string[], { dossiers }: SubmissionContext): Decision<readonly AskedDossier[]> {
  const known = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) return refuse('NOT_FOUND', { params: { what: missing } });
  return ok(ids.flatMap((id) => known.get(id) ?? []));
}

/** Refuses `DOSSIER_IN_ANOTHER_SUBMISSION` for those that wait on another letter. One that a letter has brought here is free. */
export function inAnother(dossiers: readonly AskedDossier[], { submissionId }: SubmissionContext): Decision<void> {
  const elsewhere = dossiers.filter(
    ({ submission }) => submission !== undefined && !submission.carried && submission.id !== submissionId,
  );
  if (elsewhere.length === 0) return ok(undefined);
  return refuse('DOSSIER_IN_ANOTHER_SUBMISSION', { params: { dossiers: elsewhere.map(({ id }) => id) } });
}

/** The first no among the answers, with the dossier that said it. */
export function allSayYes(dossiers: readonly AskedDossier[]): Decision<void> {
  for (const { id, answer } of dossiers) {
    if (answer.ok) continue;
    const { code, rule, source, params } = answer.error;
    return refuse(code, {
      ...(rule ? { rule } : {}),
      ...(source === undefined ? {} : { source }),
      params: { ...params, dossier: id },
    });
  }
  return ok(undefined);
}
