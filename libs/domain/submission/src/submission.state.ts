import type { Instant } from '#libs/domain/kernel';
import type { RecordedSubmissionFact, SubmissionFactOf } from './submission.events.js';

/** Drafted (dự thảo), sent (đã gửi), received above (đã tiếp nhận), or abandoned (đã bỏ). */
export const submissionStages = ['drafted', 'sent', 'received', 'abandoned'] as const;
export type SubmissionStage = (typeof submissionStages)[number];

/** What became of one dossier on the letter, besides what became of the letter. */
export type LeftBehind = Omit<SubmissionFactOf<'DossierLeftBehind'>['data'], 'dossierId'>;

/** When something was done with the letter, and by whom. */
interface Done {
  readonly at: Instant;
  readonly by: string;
}

/** A letter (tờ trình) as its facts say it is. */
export interface SubmissionState extends Omit<SubmissionFactOf<'SubmissionDrafted'>['data'], 'submissionId'> {
  readonly id: string;
  readonly revision: number;
  readonly stage: SubmissionStage;
  readonly draftedAt: Instant;
  readonly sent?: SubmissionFactOf<'SubmissionSent'>['data'] & Done;
  /** The dossiers that were received with it. */
  readonly received?: { readonly dossiers: readonly string[] } & Done;
  /** By dossier: those that did not go with it. */
  readonly left: ReadonlyMap<string, LeftBehind>;
  readonly abandoned?: SubmissionFactOf<'SubmissionAbandoned'>['data'];
}

/** Before its first fact a letter does not exist. */
export type MaybeSubmission = SubmissionState | undefined;

/** Folds one fact. Throws when the first fact is no draft: such a stream was not written by `decide`. */
export function evolveSubmission(state: MaybeSubmission, fact: RecordedSubmissionFact): SubmissionState {
  const { revision, effectiveAt } = fact;
  const done = { at: effectiveAt, by: fact.actor.id };
  if (fact.type === 'SubmissionDrafted') {
    const { submissionId, ...draft } = fact.data;
    return { id: submissionId, revision, stage: 'drafted', ...draft, draftedAt: effectiveAt, left: new Map() };
  }
  if (!state) throw new Error(`A letter cannot begin with ${fact.type}.`);
  const { dossiers } = state;
  switch (fact.type) {
    case 'DossiersAddedToSubmission':
      return { ...state, revision, dossiers: [...dossiers, ...fact.data.dossiers] };
    case 'DossierRemovedFromSubmission':
      return { ...state, revision, dossiers: dossiers.filter((each) => each !== fact.data.dossierId) };
    case 'SubmissionSent':
      return { ...state, revision, stage: 'sent', sent: { ...fact.data, ...done } };
    case 'SubmissionReceived': {
      const left = new Map(state.left);
      for (const { dossierId, ...why } of fact.data.left) left.set(dossierId, { at: 'receipt', ...why });
      return { ...state, revision, stage: 'received', received: { dossiers: fact.data.dossiers, ...done }, left };
    }
    case 'DossierLeftBehind': {
      const { dossierId, ...why } = fact.data;
      return { ...state, revision, left: new Map(state.left).set(dossierId, why) };
    }
    default:
      return { ...state, revision, stage: 'abandoned', abandoned: fact.data };
  }
}
