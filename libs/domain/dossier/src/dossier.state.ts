import type { Instant, LocalDate } from '#libs/domain/kernel';
import type { Act, AwardKind, NomineeKind } from '#libs/domain/procedure';
import type { DossierFactOf } from './dossier.events.js';

export interface Verdict {
  readonly verdict: 'qualified' | 'not_qualified';
  readonly reason: string;
  readonly evidence: readonly string[];
}

export interface NomineeVote {
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly passed: boolean;
}

/** One nominee and all that was found, voted and decided about it. */
export interface NomineeState {
  readonly id: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly sex?: 'female' | 'male';
  readonly standing?: 'direct_worker' | 'leader';
  readonly unit: string;
  readonly cluster?: string;
  /** The revision that named the nominee; a correction's revision for a corrected field stands in `statedAt`. */
  readonly addedAt: number;
  readonly statedAt: Readonly<Partial<Record<CorrectableField, number>>>;
  readonly verdict?: Verdict;
  readonly vote?: NomineeVote;
  readonly approval?: { readonly approved: boolean; readonly reason?: string };
  readonly decisionId?: string;
  readonly conferred?: boolean;
}

export type CorrectableField = DossierFactOf<'FactCorrected'>['data']['field'];

export interface DeadlineState {
  readonly terms: DossierFactOf<'DeadlineSet'>['data'];
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  /** Set once it was missed and stays set when it is met late. */
  readonly missedAt?: Instant;
  readonly metAt?: Instant;
}

/** A dossier as its facts say it is. Pure data: the same fold serves the server, a replay and the browser. */
export interface DossierState {
  readonly id: string;
  readonly revision: number;
  readonly procedureCode: string;
  /** Set by the receipt (R1); before it the procedure is provisional. */
  readonly procedure?: { readonly code: string; readonly version: string; readonly hash: string };
  readonly kind: AwardKind;
  readonly title: string;
  readonly submittingUnitId: string;
  readonly bodyId: string;
  readonly cluster?: string;
  /** Revisions that state a value of the dossier itself, newest last: what a correction may point to. */
  readonly statedAt: Readonly<Partial<Record<CorrectableField, readonly number[]>>>;
  readonly secrecy: DossierFactOf<'DossierClassified'>['data']['level'];
  readonly step: string;
  readonly suspended: boolean;
  readonly nominees: ReadonlyMap<string, NomineeState>;
  /** How many nominee ids were ever given. */
  readonly nomineesNumbered: number;
  readonly documents: readonly DossierFactOf<'DocumentAttached'>['data'][];
  readonly submittedAt?: Instant;
  readonly receivedAt?: Instant;
  readonly warnings: readonly string[];
  /** Who did which act, for four eyes (R42): account ids. */
  readonly actors: Readonly<Partial<Record<Act, readonly string[]>>>;
  readonly council?: Omit<DossierFactOf<'DossierVoted'>['data'], 'results' | 'step'>;
  readonly decision?: {
    readonly id: string;
    readonly number: number;
    readonly symbol: string;
    readonly date: LocalDate;
  };
  readonly deadlines: ReadonlyMap<string, DeadlineState>;
  readonly parentDossierId?: string;
  readonly detached: readonly { readonly childDossierId: string; readonly nominees: readonly string[] }[];
}

/** Before its first fact a dossier does not exist. */
export type MaybeDossier = DossierState | undefined;
