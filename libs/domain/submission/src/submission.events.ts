import { addressee } from '#libs/domain/dossier';
import { type Fact, type Recorded, freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';

/** How many dossiers one letter carries. */
export const DOSSIERS_LIMIT = 200;

/** How much of a refusal is kept: its first parameters, and of each the first values. Two hundred dossiers still fit into one fact. */
export const KEPT_OF_REFUSAL = { params: 4, values: 3, letters: 40 } as const;

const param = z.strictObject({
  name: label(20).regex(/^[a-z]+$/i),
  values: z.array(label(KEPT_OF_REFUSAL.letters)).max(KEPT_OF_REFUSAL.values),
});

/** Why a dossier did not go along: the code of its refusal, and what fills its sentence. Ids, codes, counts and names of bodies only. */
const why = {
  code: label(80),
  params: z.array(param).max(KEPT_OF_REFUSAL.params).optional(),
};

/** Dự thảo tờ trình: one letter of a body to the level above, for several of its dossiers, which stay apart. */
const submissionDrafted = z.strictObject({
  submissionId: id(),
  /** The body that sends it. */
  bodyId: id(),
  title: label(),
  to: addressee,
  dossiers: z.array(id()).max(DOSSIERS_LIMIT),
});

/** Thêm hồ sơ vào tờ trình. */
const dossiersAdded = z.strictObject({ dossiers: z.array(id()).min(1).max(DOSSIERS_LIMIT) });

/** Rút hồ sơ khỏi tờ trình, before it was sent. */
const dossierRemoved = z.strictObject({ dossierId: id() });

/** Gửi tờ trình: signed and sent under its number and day; it changes no more, and every dossier on it goes up. */
const submissionSent = z.strictObject({ letter: z.strictObject({ number: label(80), date: localDate() }) });

/** Tiếp nhận tờ trình: the level above received these dossiers with it, each for itself; the others wait there for their own receipt. */
const submissionReceived = z.strictObject({
  dossiers: z.array(id()).min(1).max(DOSSIERS_LIMIT),
  /** Why the others were not received with it. */
  left: z.array(z.strictObject({ dossierId: id(), ...why })).max(DOSSIERS_LIMIT),
});

/** Hồ sơ không đi cùng tờ trình: when the letter was sent or received, this dossier could not be moved any more. */
const dossierLeftBehind = z.strictObject({
  dossierId: id(),
  at: z.enum(['sending', 'receipt']),
  ...why,
});

/** Bỏ tờ trình: the draft was given up, and its dossiers are free. */
const submissionAbandoned = z.strictObject({ reason: freeText() });

/** Every fact of a letter to the level above, streams `submission-<id>`. */
export const submissionEvents = {
  SubmissionDrafted: { schemaVersion: 1, schema: submissionDrafted },
  DossiersAddedToSubmission: { schemaVersion: 1, schema: dossiersAdded },
  DossierRemovedFromSubmission: { schemaVersion: 1, schema: dossierRemoved },
  SubmissionSent: { schemaVersion: 1, schema: submissionSent },
  SubmissionReceived: { schemaVersion: 1, schema: submissionReceived },
  DossierLeftBehind: { schemaVersion: 1, schema: dossierLeftBehind },
  SubmissionAbandoned: { schemaVersion: 1, schema: submissionAbandoned },
} as const;

export type SubmissionEventType = keyof typeof submissionEvents;
export type SubmissionFactOf<T extends SubmissionEventType> = Fact<T, z.infer<(typeof submissionEvents)[T]['schema']>>;
export type SubmissionFact = { [T in SubmissionEventType]: SubmissionFactOf<T> }[SubmissionEventType];
export type RecordedSubmissionFact = Recorded<SubmissionFact>;
