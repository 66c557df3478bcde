import { type Confidence, type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { Temporal } from 'temporal-polyfill';
import type { DossierState } from './dossier.state.js';
import { openObjections } from './notices.js';

/** Thời hạn bảo quản (R57): how long a dossier is kept, from when, and on what that rests. Nothing is ever removed by it. */
export interface Retention {
  /** In years; `unknown` where nobody has read how long. */
  readonly keep: number | 'permanent' | 'unknown';
  /** The day on which the work was finished; null while it goes on. */
  readonly from: LocalDate | null;
  /** The last day on which it has to be there; null for good, while nobody knows, and while the work goes on. */
  readonly until: LocalDate | null;
  /** An objection is open, or something is verified: then it stays, whatever the day. */
  readonly heldOpen: boolean;
  readonly source: string | null;
  readonly confidence: Confidence;
}

/** By the version that governs the dossier; without one, or where it says nothing, unknown. */
export function retentionOf(state: DossierState, procedure: Pick<Procedure, 'retention'> | undefined): Retention {
  const rule = procedure?.retention;
  const from = state.finishedAt === undefined ? null : localDateOf(state.finishedAt);
  const keep = rule?.years ?? 'unknown';
  return {
    keep,
    from,
    until: from !== null && typeof keep === 'number' ? lastDayKept(from, keep) : null,
    heldOpen: state.suspended || openObjections(state).length > 0,
    source: rule?.source ?? null,
    confidence: rule?.confidence ?? 'unknown',
  };
}

/** So many years after the day on which the work was finished. */
export const lastDayKept = (from: LocalDate, years: number): LocalDate =>
  Temporal.PlainDate.from(from).add({ years }).toString();

/** When a fact finishes the work on a dossier: the conferment, or the end it came to without one. */
export const finishes = ({ type, data }: { readonly type: string; readonly data: unknown }): boolean =>
  type === 'AwardConferred' || (data as { readonly ended?: unknown }).ended !== undefined;

/** The first fact that finished the work says when. */
export const finishedAfter = (
  before: Instant | undefined | null,
  fact: { readonly type: string; readonly data: unknown; readonly effectiveAt: Instant },
): Instant | undefined => before ?? (finishes(fact) ? fact.effectiveAt : undefined);
