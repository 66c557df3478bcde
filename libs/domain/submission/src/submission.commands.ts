import { freeText, id } from '#libs/domain/kernel';
import { z } from 'zod';
import { submissionEvents } from './submission.events.js';

const { DossierLeftBehind, DossiersAddedToSubmission, SubmissionDrafted, SubmissionSent } = submissionEvents;

/** Dự thảo tờ trình, of the actor's own body; it may be begun without dossiers. `POST /submissions`. */
export const draftSubmission = SubmissionDrafted.schema
  .omit({ submissionId: true, bodyId: true })
  .extend({ dossiers: SubmissionDrafted.schema.shape.dossiers.default([]) });

/** Commands that people give to a letter, by their names in the API: `POST /submissions/{id}/send`. */
export const submissionCommands = {
  /** Thêm hồ sơ. */
  'add-dossiers': DossiersAddedToSubmission.schema,
  /** Rút hồ sơ. */
  'remove-dossier': z.strictObject({ dossierId: id() }),
  /** Gửi tờ trình. */
  send: SubmissionSent.schema,
  /** Tiếp nhận tờ trình: by the level above, or by who writes down what a level outside does. */
  receive: z.strictObject({}),
  /** Bỏ tờ trình. */
  abandon: z.strictObject({ reason: freeText() }),
} as const;

/** Commands that follow from what a dossier answered; only the system gives them. */
export const submissionSystemCommands = { 'leave-behind': DossierLeftBehind.schema } as const;

const all = { draft: draftSubmission, ...submissionCommands, ...submissionSystemCommands };

export type SubmissionCommandName = keyof typeof all;

export type SubmissionCommandOf<N extends SubmissionCommandName> = N extends SubmissionCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type SubmissionCommand = { [N in SubmissionCommandName]: SubmissionCommandOf<N> }[SubmissionCommandName];
