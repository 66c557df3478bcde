import {
  type DecisionCommand,
  type DecisionCommandOf,
  type DecisionContext,
  type DecisionFact,
  type DossierFacts,
  type MaybeDecision,
  type PrizeLaw,
  decisionDecider,
  prizeLawSchema,
} from '#libs/domain/decision';
import type { Actor, Instant, Refusal, Role } from '#libs/domain/kernel';
import type { NomineeKind } from '#libs/domain/procedure';
import { lawFile } from './law-files.js';
import { procedureNamed } from './procedures.js';

/** The figures of the law as shipped. */
export const prizeLaw: PrizeLaw = prizeLawSchema.parse(lawFile('prizes.json'));

export const certificateOfMerit = procedureNamed('BK_TINH@R2025.1');

export const actor = (id: string, ...roles: Role[]): Actor => ({
  id,
  positionId: `position-${id}`,
  unitId: 'ubnd-tinh',
  roles,
});

/** Keeps the register of outgoing papers; drafts and issues. */
export const clerk = actor('clerk', 'clerk');
export const authority = actor('chair', 'authority');

/** A dossier of 9 collectives and 52 individuals, approved, at the step of the decision; what a test says wins. */
export function approvedDossier(given: Partial<DossierFacts> = {}): DossierFacts {
  return {
    id: 'D1',
    bodyId: 'ubnd-tinh',
    procedure: certificateOfMerit,
    step: 'issuing',
    suspended: false,
    approved: nominees({ collective: 9, individual: 52 }),
    actors: { submit: ['submitter'], 'appraise-nominees': ['officer'], 'complete-appraisal': ['officer'] },
    ...given,
  };
}

/** Nominees N1, N2… of these kinds, in this order. */
export function nominees(counts: Partial<Record<NomineeKind, number>>, decisionId?: string): DossierFacts['approved'] {
  const kinds = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => kind as NomineeKind),
  );
  return kinds.map((kind, index) => ({ id: `N${index + 1}`, kind, ...(decisionId ? { decisionId } : {}) }));
}

/** The dossier after it took note of the draft. */
export const entered = (dossier: DossierFacts, decisionId: string): DossierFacts => ({
  ...dossier,
  approved: dossier.approved.map((nominee) => ({ ...nominee, decisionId })),
});

export const draftOf = (...dossiers: readonly DossierFacts[]): DecisionCommandOf<'draft'> => ({
  type: 'draft',
  data: {
    series: 'QĐ',
    dossiers: dossiers.map(({ id, approved }) => ({ dossierId: id, nominees: approved.map((nominee) => nominee.id) })),
  },
});

export const issueOn = (date: string, signer = 'chair'): DecisionCommandOf<'issue'> => ({
  type: 'issue',
  data: { date, sign: 'QĐ-UBND', signer: { accountId: signer, name: 'Lê Văn Thử', capacity: 'none' } },
});

export const giveUp: DecisionCommandOf<'give-up'> = { type: 'give-up', data: { reason: 'Lập trùng' } };

export const cancel = (nomineeId: string, ground = 'false_merit'): DecisionCommandOf<'cancel-award'> => ({
  type: 'cancel-award',
  data: { dossierId: 'D1', nomineeId, ground, reason: 'Kết luận thanh tra số 9' },
});

export const restore = (nomineeId: string): DecisionCommandOf<'restore-award'> => ({
  type: 'restore-award',
  data: { dossierId: 'D1', nomineeId, reason: 'Kết luận thanh tra được sửa đổi' },
});

const quiet: DecisionContext = {
  decisionId: 'Q1',
  now: '2026-10-20T03:00:00.000Z',
  actor: clerk,
  dossiers: [],
  prizes: prizeLaw,
};

/** One decision, to which a test gives commands as an office would. */
export class DecisionOffice {
  state: MaybeDecision = decisionDecider.initialState;
  readonly facts: DecisionFact[] = [];
  readonly refusals: Refusal[] = [];

  constructor(private readonly usual: Partial<DecisionContext> = {}) {}

  /** Obeys and records, or keeps the refusal. Every fact is effective at `now`. */
  when(command: DecisionCommand, given: Partial<DecisionContext> = {}): this {
    const context = { ...quiet, ...this.usual, ...given };
    const result = decisionDecider.decide(command, this.state, context);
    if (!result.ok) this.refusals.push(result.error);
    else for (const fact of result.value) this.record(fact, context);
    return this;
  }

  private record(fact: DecisionFact, { actor, now }: { actor: Actor; now: Instant }): void {
    const revision = this.facts.length;
    this.state = decisionDecider.evolve(this.state, { ...fact, revision, actor, effectiveAt: now, recordedAt: now });
    this.facts.push(fact);
  }

  get refusal(): Refusal | undefined {
    return this.refusals.at(-1);
  }
}

/** Decision Q1 about all of a dossier, drafted; the dossier has taken note of it. */
export const drafted = (dossier = approvedDossier(), given: Partial<DecisionContext> = {}): DecisionOffice =>
  new DecisionOffice({ dossiers: [entered(dossier, given.decisionId ?? 'Q1')], ...given }).when(draftOf(dossier), {
    dossiers: [dossier],
  });
