import type { LocalDate } from '#libs/domain/kernel';
import type { NomineeKind } from '#libs/domain/procedure';
import type {
  AwaitedClock,
  CopyState,
  DeadlineState,
  DocumentState,
  DossierState,
  NomineeState,
  NoticeState,
  ObjectionState,
  OpinionState,
} from './dossier.state.js';
import { windowOf } from './notices.js';
import { type OpinionStanding, standingOf } from './opinions.js';

/** How many nominees there are of each sort. Shares of direct workers and women are shown per batch, hence counted here. */
export interface NomineeCounts {
  readonly total: number;
  readonly byKind: Readonly<Record<NomineeKind, number>>;
  readonly women: number;
  readonly directWorkers: number;
  readonly leaders: number;
  readonly qualified: number;
  readonly notQualified: number;
  readonly passed: number;
  readonly notPassed: number;
  readonly approved: number;
  readonly refused: number;
  readonly decided: number;
  readonly conferred: number;
}

/** A deadline as a reader needs it. Moments are UTC; what is left of it depends on when it is read, so it is not here. */
export interface DeadlineView {
  readonly deadlineId: string;
  readonly clock: string;
  /** The question whose answer it waits for. */
  readonly opinionId?: string;
  readonly responsible: string;
  readonly state: DeadlineState['state'];
  readonly startedAt: string;
  readonly dueAt: string;
  readonly version: number;
  readonly missedAt?: string;
  readonly metAt?: string;
  /** Met after its moment. */
  readonly late?: boolean;
  readonly source: string;
  readonly confidence: DeadlineState['terms']['confidence'];
}

/** A nominee without what only corrections need, and without what only serves to recognise him elsewhere. */
export type NomineeView = Omit<NomineeState, 'addedAt' | 'statedAt' | 'code' | 'birthDate'> & {
  /** Where a correction of this nominee points to: field → revision; `others` for all fields never corrected. */
  readonly statedAt: NomineeState['statedAt'] & { readonly others: number };
};

/** A question to another body, and how it stands. */
export interface OpinionView extends OpinionState {
  readonly standing: OpinionStanding;
}

/** A public notice, and its time: unknown where the law's figure is, or the calendar of a year is missing. */
export interface NoticeView extends NoticeState {
  readonly lastPostingDay?: LocalDate;
  /** From when on the council may meet. */
  readonly earliest?: string;
}

/** An objection without who made it and what it says: that is for the body that examines it. */
export interface ObjectionView extends Omit<ObjectionState, 'from' | 'text'> {
  readonly signed: boolean;
}

/** A dossier as JSON, for whoever may see it: it names people. Names of steps and clocks come from the procedure, at the edge. */
export interface DossierView extends Omit<
  DossierState,
  | 'nominees'
  | 'nomineesNumbered'
  | 'departed'
  | 'deadlines'
  | 'awaited'
  | 'actors'
  | 'documents'
  | 'work'
  | 'bodies'
  | 'councils'
  | 'atCouncil'
  | 'receipts'
  | 'units'
  | 'arrivals'
  | 'opinions'
  | 'notices'
  | 'objections'
  | 'objectionsNumbered'
  | 'copies'
> {
  readonly opinions: readonly OpinionView[];
  readonly notices: readonly NoticeView[];
  readonly objections: readonly ObjectionView[];
  readonly copies: readonly CopyState[];
  readonly counts: NomineeCounts;
  readonly nominees: readonly NomineeView[];
  readonly documents: readonly DocumentState[];
  readonly deadlines: readonly DeadlineView[];
  /** Clocks that run while their moment waits for a working calendar. */
  readonly awaited: readonly AwaitedClock[];
}

/**
 * What the fold knows, made ready for a reader. Who acted stands in the timeline, not here; who holds it, the units' handovers
 * say as well, so that is asked for elsewhere.
 */
export function viewDossier(state: DossierState): DossierView {
  const { nominees, nomineesNumbered: _numbered, deadlines, awaited, actors: _actors, work: _work, ...shown } = state;
  const {
    opinions,
    notices,
    objections,
    objectionsNumbered: _objections,
    departed: _departed,
    copies,
    ...told
  } = shown;
  // Who may read it is the policy's business, not the reader's.
  const {
    bodies: _bodies,
    councils: _councils,
    atCouncil: _atCouncil,
    receipts: _receipts,
    units: _units,
    arrivals: _arrivals,
    ...rest
  } = told;
  const all = [...nominees.values()];
  return {
    ...rest,
    counts: countsOf(all),
    nominees: all.map(({ addedAt, statedAt, code: _code, birthDate: _birthDate, ...nominee }) => ({
      ...nominee,
      statedAt: { ...statedAt, others: addedAt },
    })),
    opinions: [...opinions.values()].map((opinion) => ({ ...opinion, standing: standingOf(opinion) })),
    notices: [...notices.values()].map((notice) => ({ ...notice, ...windowOf(state, notice) })),
    objections: [...objections.values()].map(({ from, text: _text, ...objection }) => ({
      ...objection,
      signed: from !== undefined,
    })),
    copies: [...copies.values()],
    deadlines: [...deadlines.values()].map(deadlineView),
    awaited: [...awaited.values()],
  };
}

function countsOf(nominees: readonly NomineeState[]): NomineeCounts {
  const count = (is: (nominee: NomineeState) => boolean | undefined): number => nominees.filter(is).length;
  const ofKind = (kind: NomineeKind): number => count((nominee) => nominee.kind === kind);
  return {
    total: nominees.length,
    byKind: {
      individual: ofKind('individual'),
      collective: ofKind('collective'),
      household: ofKind('household'),
    },
    women: count(({ sex }) => sex === 'female'),
    directWorkers: count(({ standing }) => standing === 'direct_worker'),
    leaders: count(({ standing }) => standing === 'leader'),
    qualified: count(({ verdict }) => verdict?.verdict === 'qualified'),
    notQualified: count(({ verdict }) => verdict?.verdict === 'not_qualified'),
    passed: count(({ vote }) => vote?.passed === true),
    notPassed: count(({ vote }) => vote?.passed === false),
    approved: count(({ approval }) => approval?.approved === true),
    refused: count(({ approval }) => approval?.approved === false),
    decided: count(({ decided }) => decided),
    conferred: count(({ conferred }) => conferred),
  };
}

function deadlineView({ terms, state, missedAt, metAt, late }: DeadlineState): DeadlineView {
  const { deadlineId, clock, opinionId, responsible, startedAt, dueAt, version, source, confidence } = terms;
  return {
    deadlineId,
    clock,
    ...(opinionId === undefined ? {} : { opinionId }),
    responsible,
    state,
    startedAt,
    dueAt,
    version,
    ...(missedAt === undefined ? {} : { missedAt }),
    ...(metAt === undefined ? {} : { metAt }),
    ...(late === undefined ? {} : { late }),
    source,
    confidence,
  };
}
