import { type Fact, id, label, localDate, type Recorded } from '#libs/domain/kernel';
import { z } from 'zod';

/** Letters that the text of a procedure may have: 2.5 times the largest of the catalogue, and one append holds it whatever they are. */
export const MOST_DOCUMENT_LENGTH = 120_000;

/** The text of a procedure, canonical (RFC 8785): what its hash is computed over. */
const documentText = () => z.string().min(2).max(MOST_DOCUMENT_LENGTH);

const hash = () => z.string().regex(/^[0-9a-f]{64}$/);

const version = () => label(40);

const count = () => z.int().nonnegative();

/** Lưu bản nháp: a version was written down, to be checked, tried and published by somebody else. A later one replaces it. */
const draftSaved = z.strictObject({
  version: version(),
  document: documentText(),
  hash: hash(),
  /** How many faults the check found in it when it was saved; with any it cannot be published. */
  faults: count(),
});

/** Bỏ bản nháp: it will not be published. */
const draftDiscarded = z.strictObject({ version: version(), reason: label(500) });

/** Yêu cầu chạy thử: the dossiers of the award are to be replayed under exactly this draft. */
const dryRunRequested = z.strictObject({ version: version(), hash: hash(), runId: id() });

/** Đã chạy thử: what the replay of all dossiers of the award found. Counts only; the dossiers stand in the run's own list. */
const dryRunRecorded = z.strictObject({
  version: version(),
  hash: hash(),
  runId: id(),
  dossiers: count(),
  otherOutcome: count(),
  otherDeadline: count(),
});

/**
 * Công bố: the version is law for all dossiers received from its first day on. Never changed again; `shipped` by the system itself
 * when the office began, `draft` by somebody who had not written it.
 */
const published = z.strictObject({
  version: version(),
  document: documentText(),
  hash: hash(),
  /** In force from this day, until the day before the last: half-open; without it, without an end. Days in Asia/Ho_Chi_Minh. */
  from: localDate(),
  until: localDate().optional(),
  origin: z.enum(['shipped', 'draft']),
  /** Dossiers are bound for good by the level that decides (R1); without it, by their first receipt, whatever the text says. */
  pinAt: z.enum(['deciding_level']).optional(),
});

/** Hết nhận hồ sơ mới: it takes dossiers until the day before; those received go on under it to their end. */
const ended = z.strictObject({
  version: version(),
  until: localDate(),
  /** Another version follows it on that day, or somebody ended it, and why. */
  successor: version().optional(),
  reason: label(500).optional(),
});

/** Nhắc hết hiệu lực (R3): the days had come within which it ends, and none follows it (once for each end). */
const expiryNoted = z.strictObject({ version: version(), until: localDate(), on: localDate() });

/** Every fact of a procedure's life, streams `procedure-<code>`: type → version of its shape, and the shape. */
export const procedureEvents = {
  ProcedureDraftSaved: { schemaVersion: 1, schema: draftSaved },
  ProcedureDraftDiscarded: { schemaVersion: 1, schema: draftDiscarded },
  ProcedureDryRunRequested: { schemaVersion: 1, schema: dryRunRequested },
  ProcedureDryRunRecorded: { schemaVersion: 1, schema: dryRunRecorded },
  ProcedurePublished: { schemaVersion: 1, schema: published },
  ProcedureEnded: { schemaVersion: 1, schema: ended },
  ProcedureExpiryNoted: { schemaVersion: 1, schema: expiryNoted },
} as const;

export type ProcedureEventType = keyof typeof procedureEvents;
export type ProcedureFactOf<T extends ProcedureEventType> = Fact<T, z.infer<(typeof procedureEvents)[T]['schema']>>;
export type ProcedureFact = { [T in ProcedureEventType]: ProcedureFactOf<T> }[ProcedureEventType];
export type RecordedProcedureFact = Recorded<ProcedureFact>;
