import { label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { procedureEvents } from './procedure-life.events.js';

const { schema: published } = procedureEvents.ProcedurePublished;
const { version, hash } = published.shape;

const belongs = z.looseObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/), version });

/** Where a document belongs, as it says itself. */
export const placeOfDocument = (document: unknown): { readonly code: string; readonly version: string } =>
  belongs.parse(document);

/** The document as an office writes it: code and version say where it belongs, the check says the rest. */
const draftDocument = z
  .record(z.string(), z.unknown())
  .refine((document) => belongs.safeParse(document).success, 'it needs a code (BK_TINH) and a version');

/** Lưu bản nháp. `POST /procedures` for an award that has no procedure yet, else `POST /procedures/{code}/save-draft`. */
export const saveDraft = z.strictObject({ document: draftDocument });

/** Commands that people give to a procedure, by their names in the API: `POST /procedures/{code}/publish`. */
export const procedureCommands = {
  'save-draft': saveDraft,
  /** Bỏ bản nháp. */
  'discard-draft': procedureEvents.ProcedureDraftDiscarded.schema,
  /** Công bố. `hash` is that of the draft which was read and tried. */
  publish: z.strictObject({
    version,
    hash,
    from: localDate(),
    /** The day from which it takes no dossier; without it, as the document says. `null`: without an end. */
    until: localDate().nullable().optional(),
  }),
  /** Kết thúc hiệu lực: takes no new dossiers from this day on. */
  retire: z.strictObject({ version, until: localDate(), reason: label(500) }),
} as const;

/** What a dry run is asked for by: `POST /procedures/{code}/versions/{version}/dry-run`. */
export const requestDryRun = z.strictObject({ version });

/** Commands that only the system gives: on a first start, because a run has ended, because the time has come. */
const systemCommands = {
  'enter-shipped': z.strictObject({ versions: z.array(published.omit({ origin: true })).min(1) }),
  'record-dry-run': procedureEvents.ProcedureDryRunRecorded.schema,
  'note-expiry': procedureEvents.ProcedureExpiryNoted.schema,
} as const;

const all = { ...procedureCommands, 'request-dry-run': requestDryRun, ...systemCommands };

export type ProcedureCommandName = keyof typeof all;

export type ProcedureCommandOf<N extends ProcedureCommandName> = N extends ProcedureCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type ProcedureCommand = { [N in ProcedureCommandName]: ProcedureCommandOf<N> }[ProcedureCommandName];

export const isSystemsProcedureCommand = (name: ProcedureCommandName): boolean => name in systemCommands;
