import type { NomineeClaims, Proposal } from '#libs/domain/eligibility';
import type { Instant, LocalDate } from '#libs/domain/kernel';
import type { Act, AwardKind, NomineeKind } from '#libs/domain/procedure';
import type { DossierFactOf } from './dossier.events.js';
import type { DossierSight } from './dossier.sight.js';
import type { procedurePin } from './events/drafting.events.js';
import type { favourableRule } from './events/favourable.events.js';
import type { Place } from './events/place.js';
import type { addressee } from './events/submission.events.js';
import type { HeldRole } from './events/work.events.js';
import type { UnfinishedAct } from './unfinished-act.js';
import type { z } from 'zod';

export interface Verdict {
  readonly verdict: 'qualified' | 'not_qualified';
  readonly reason: string;
  readonly evidence: readonly string[];
  /** Why it is not what the system proposed. */
  readonly deviation?: string;
  /** What the criteria said, and on what that rested. */
  readonly proposal?: Proposal;
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
  /** Hạng: for which grade he is proposed; once approved, which he gets. */
  readonly grade?: string;
  /** Who decided gave another grade than was proposed. */
  readonly gradeChanged?: { readonly from: string; readonly reason: string };
  /** Số định danh cá nhân, mã đơn vị. */
  readonly code?: string;
  readonly birthDate?: LocalDate;
  /** What the unit states for the criteria. */
  readonly claims?: NomineeClaims;
  /** The revision that named the nominee; a correction's revision for a corrected field stands in `statedAt`. */
  readonly addedAt: number;
  readonly statedAt: Readonly<Partial<Record<CorrectableField, number>>>;
  readonly verdict?: Verdict;
  /** Earlier awards that the verdict rests on and that count no more (R56), and what is proposed now. */
  readonly evidenceLost?: { readonly refs: readonly string[]; readonly proposal?: Proposal };
  readonly vote?: NomineeVote;
  readonly approval?: { readonly approved: boolean; readonly reason?: string };
  /** Ruled out at a lower level before the dossier went up: stays on the list, is judged no more. */
  readonly dropped?: boolean;
  /** The one decision in which the nominee stands, drafted or issued. */
  readonly decisionId?: string;
  /** Whether that decision was issued. */
  readonly decided?: boolean;
  readonly conferred?: boolean;
}

export type CorrectableField = DossierFactOf<'FactCorrected'>['data']['field'];

export interface DeadlineState {
  readonly terms: DossierFactOf<'DeadlineSet'>['data'];
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  /** Set once it was missed and stays set when it is met late. */
  readonly missedAt?: Instant;
  readonly metAt?: Instant;
  /** Whether it was met after its moment; one that was missed may be met in time, by an act recorded late. */
  readonly late?: boolean;
}

/** A document that was handed in. Sealed ones came before the dossier was declared secret: nobody may read them (R9). */
export type DocumentState = DossierFactOf<'DocumentAttached'>['data'] & { readonly sealed: boolean };

/** A clock whose moment waits for a calendar. */
export type AwaitedClock = DossierFactOf<'DeadlineAwaited'>['data'];

/** Somebody in particular who holds a dossier for a role's work. */
export interface Holder {
  readonly accountId: string;
  readonly positionId: string;
  readonly unitId: string;
  /** From when it holds. */
  readonly since: Instant;
}

/** Who holds a dossier, role by role; a role that is missing is free. */
export type Holders<H extends Holder = Holder> = Readonly<Partial<Record<HeldRole, H>>>;

/** What the dossier's own facts say of a role's work. A handover of the unit that was recorded later goes before it (R60). */
export interface RoleWork {
  /** When the last fact about it was recorded. */
  readonly changedAt: Instant;
  /** Absent once it was given back or ended. */
  readonly holder?: Holder;
}

type Terms<T extends 'OpinionRequested' | 'PublicNoticeOpened' | 'ObjectionRecorded' | 'DecisionCopied'> =
  DossierFactOf<T>['data'];

/** A question to another body, and what became of it (R41). */
export interface OpinionState extends Terms<'OpinionRequested'> {
  readonly askedAt: Instant;
  readonly answer?: Omit<DossierFactOf<'OpinionReceived'>['data'], 'opinionId'> & { readonly at: Instant };
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
  /** When the dossier went on without the answer: it is shown as not answered for good, also when one came later. */
  readonly passedOverAt?: Instant;
}

/** A list that was put up for everybody to see (R39). */
export interface NoticeState extends Terms<'PublicNoticeOpened'> {
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
}

/** What somebody said about it (R40). */
export interface ObjectionState extends Terms<'ObjectionRecorded'> {
  readonly at: Instant;
  readonly resolved?: Omit<DossierFactOf<'ObjectionResolved'>['data'], 'objectionId'> & { readonly at: Instant };
}

/** A copy of the decision, where it is now and where it had gone by mistake (R47). */
export interface CopyState extends Terms<'DecisionCopied'> {
  readonly corrected: readonly {
    readonly to: Terms<'DecisionCopied'>['to'];
    readonly sentOn: LocalDate;
    readonly reason: string;
  }[];
}

/** Nominees who left, and where they went. */
export interface Departure {
  readonly childDossierId: string;
  readonly nominees: readonly string[];
}

/** The letter to the level above in which a dossier stands, or that brought it where it is. It holds as long as it is at that place. */
export interface InSubmission {
  readonly id: string;
  readonly to: z.infer<typeof addressee>;
  readonly place: string;
  /** The letter was sent and brought it there. */
  readonly carried: boolean;
}

/** A version by the hash of its content. */
export type ProcedurePin = Readonly<z.infer<typeof procedurePin>>;

/** A dossier as its facts say it is. Pure data: the same fold serves the server, a replay and the browser. */
export interface DossierState extends DossierSight {
  readonly id: string;
  readonly revision: number;
  readonly procedureCode: string;
  /** Set by the receipt (R1); before it the procedure is what is in force. */
  readonly procedure?: ProcedurePin;
  /** The next receipt may bind it to another version: the level that decides has not received it yet (R1). */
  readonly provisional?: true;
  /** Versions to which earlier receipts had bound it for the time being, the latest last. Clocks that they set run on. */
  readonly boundBefore?: readonly ProcedurePin[];
  /** Rules of later versions that hold for this dossier in the place of its own (R2). */
  readonly favourable: readonly z.infer<typeof favourableRule>[];
  readonly kind: AwardKind;
  readonly title: string;
  readonly cluster?: string;
  /** Revisions that state the value that now holds for the dossier itself, newest last: what a correction may point to. */
  readonly statedAt: Readonly<Partial<Record<CorrectableField, readonly number[]>>>;
  readonly step: string;
  /** All its places: one for each branch that goes on, and the join at which one waits. Most of the time just the step. */
  readonly places: readonly string[];
  /** A council votes where it is. */
  readonly atCouncil: boolean;
  /** When the dossier came to its place: the effective time of the last fact that moved, suspended or resumed it. */
  readonly placeSince: Instant;
  /** Place → since when the dossier is there: while one branch goes on, the others stay where they were. */
  readonly arrivals: Readonly<Record<string, Instant>>;
  readonly suspended: boolean;
  /** Part of a command is here, the rest still to come. Nobody else goes on meanwhile, for some minutes. */
  readonly unfinished?: UnfinishedAct;
  readonly nominees: ReadonlyMap<string, NomineeState>;
  /** How many nominee ids were ever given. */
  readonly nomineesNumbered: number;
  readonly documents: readonly DocumentState[];
  readonly submittedAt?: Instant;
  /** The latest receipt; clocks count from it. */
  readonly receivedAt?: Instant;
  /** Level → its latest receipt. */
  readonly receipts: Readonly<Record<string, Instant>>;
  /** Level → the unit that stands for it on this dossier's way. */
  readonly units: Readonly<Record<string, string>>;
  readonly warnings: DossierFactOf<'DossierReceived'>['data']['warnings'];
  /** Who did which act, for four eyes (R42): account ids. */
  readonly actors: Readonly<Partial<Record<Act, readonly string[]>>>;
  readonly council?: Omit<DossierFactOf<'DossierVoted'>['data'], 'results' | keyof Place>;
  readonly decision?: {
    readonly id: string;
    readonly number: number;
    readonly symbol: string;
    readonly date: LocalDate;
  };
  readonly opinions: ReadonlyMap<string, OpinionState>;
  readonly notices: ReadonlyMap<string, NoticeState>;
  readonly objections: ReadonlyMap<string, ObjectionState>;
  /** How many objection ids were ever given. */
  readonly objectionsNumbered: number;
  readonly copies: ReadonlyMap<string, CopyState>;
  readonly deadlines: ReadonlyMap<string, DeadlineState>;
  readonly awaited: ReadonlyMap<string, AwaitedClock>;
  readonly submission?: InSubmission;
  readonly work: Readonly<Partial<Record<HeldRole, RoleWork>>>;
  /** When the work on it was finished: the awards were conferred, or it ended without (R57). */
  readonly finishedAt?: Instant;
  readonly parentDossierId?: string;
  /** The award for which its nominees were proposed in the parent, where that was another one. */
  readonly parentProcedureCode?: string;
  /** What those who left were called when they left: what was recorded about them here goes on naming them. */
  readonly departed: ReadonlyMap<string, string>;
  /** Who left for a dossier of the same award. */
  readonly detached: readonly Departure[];
  /** Who left for a dossier of another award. */
  readonly escalated: readonly (Departure & { readonly procedureCode: string })[];
}

/** Before its first fact a dossier does not exist. */
export type MaybeDossier = DossierState | undefined;
