import type { Instant, LocalDate } from '#libs/domain/kernel';
import { peopleBehind } from './people-behind.js';
import type { ProcedureFactOf, RecordedProcedureFact } from './procedure-life.events.js';

/** What a dry run found, as counts. */
export interface DryRunSummary {
  readonly runId: string;
  readonly dossiers: number;
  readonly otherOutcome: number;
  readonly otherDeadline: number;
  readonly at: Instant;
}

/** A version that is being written (bản nháp). */
export interface ProcedureDraft {
  readonly version: string;
  /** Canonical text. */
  readonly document: string;
  readonly hash: string;
  readonly faults: number;
  /** Everybody who has saved it since it was begun: none of them may publish it. */
  readonly drafters: readonly string[];
  readonly savedAt: Instant;
  /** The run that was asked for last, of exactly this text. */
  readonly dryRunRequested?: string;
  /** Of exactly this text; a later text has none. */
  readonly dryRun?: DryRunSummary;
}

/** A version that was published: its text never changes, only its last day may come nearer. */
export interface PublishedVersion {
  readonly version: string;
  readonly document: string;
  readonly hash: string;
  readonly from: LocalDate;
  /** The day from which it takes no dossier. */
  readonly until: LocalDate | null;
  readonly origin: 'shipped' | 'draft';
  readonly pinAt?: 'deciding_level' | undefined;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly drafters: readonly string[];
  readonly dryRun?: DryRunSummary;
  readonly endReason?: string;
  /** The end of which operators were told (R3). */
  readonly expiryNoted?: LocalDate;
}

/** The life of one award's procedure as its facts say it is. */
export interface ProcedureLife {
  readonly code: string;
  readonly revision: number;
  readonly drafts: ReadonlyMap<string, ProcedureDraft>;
  /** In the order of their publication. */
  readonly versions: ReadonlyMap<string, PublishedVersion>;
}

/** Before its first fact there is none. */
export type MaybeProcedureLife = ProcedureLife | undefined;

/** Folds one fact. Quiet: a fact of a later program moves the revision only. */
export function evolveProcedureLife(state: MaybeProcedureLife, fact: RecordedProcedureFact): ProcedureLife {
  const before: ProcedureLife = state ?? { code: '', revision: -1, drafts: new Map(), versions: new Map() };
  return { ...before, ...changed(before, fact), revision: fact.revision };
}

function changed(before: ProcedureLife, fact: RecordedProcedureFact): Partial<ProcedureLife> {
  switch (fact.type) {
    case 'ProcedureDraftSaved':
      return { drafts: new Map(before.drafts).set(fact.data.version, savedDraft(before, fact.data, fact)) };
    case 'ProcedureDraftDiscarded':
      return { drafts: without(before.drafts, fact.data.version) };
    case 'ProcedureDryRunRequested': {
      const { version, runId } = fact.data;
      return { drafts: withDraft(before, version, (draft) => ({ ...draft, dryRunRequested: runId })) };
    }
    case 'ProcedureDryRunRecorded': {
      const { version, hash, ...summary } = fact.data;
      const dryRun = { ...summary, at: fact.recordedAt };
      return { drafts: withDraft(before, version, (draft) => (draft.hash === hash ? { ...draft, dryRun } : draft)) };
    }
    case 'ProcedurePublished': {
      const draft = before.drafts.get(fact.data.version);
      const published: PublishedVersion = {
        ...fact.data,
        until: fact.data.until ?? null,
        publishedAt: fact.recordedAt,
        publishedBy: fact.actor.id,
        drafters: draft?.drafters ?? [],
        ...(draft?.dryRun ? { dryRun: draft.dryRun } : {}),
      };
      return {
        drafts: without(before.drafts, fact.data.version),
        versions: new Map(before.versions).set(fact.data.version, published),
      };
    }
    case 'ProcedureEnded': {
      const { version, until, reason } = fact.data;
      return {
        versions: withVersion(before, version, (each) => ({
          ...each,
          until,
          ...(reason === undefined ? {} : { endReason: reason }),
        })),
      };
    }
    case 'ProcedureExpiryNoted': {
      const { version, until } = fact.data;
      return { versions: withVersion(before, version, (each) => ({ ...each, expiryNoted: until })) };
    }
    default:
      return {};
  }
}

function savedDraft(
  { drafts }: ProcedureLife,
  { version, document, hash, faults }: ProcedureFactOf<'ProcedureDraftSaved'>['data'],
  { actor, recordedAt }: RecordedProcedureFact,
): ProcedureDraft {
  const before = drafts.get(version)?.drafters ?? [];
  const drafters = [...new Set([...before, ...peopleBehind(actor)])];
  return { version, document, hash, faults, drafters, savedAt: recordedAt };
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const next = new Map(map);
  next.delete(key);
  return next;
}

function withDraft(
  { drafts }: ProcedureLife,
  version: string,
  change: (draft: ProcedureDraft) => ProcedureDraft,
): ProcedureLife['drafts'] {
  const draft = drafts.get(version);
  return draft ? new Map(drafts).set(version, change(draft)) : drafts;
}

function withVersion(
  { versions }: ProcedureLife,
  version: string,
  change: (published: PublishedVersion) => PublishedVersion,
): ProcedureLife['versions'] {
  const published = versions.get(version);
  return published ? new Map(versions).set(version, change(published)) : versions;
}
