import { type DossierFactOf, type DossierState } from '#libs/domain/dossier';
import type { DecisionState } from '#libs/domain/decision';
import type { LocalDate } from '#libs/domain/kernel';
import type { UnitState, Units } from '#libs/domain/organization';
import {
  type ComposeContext,
  composeDecision,
  composeDossierPaper,
  type DossierPaperFacts,
  dossierPaperFacts,
  type DossierPaperKind,
  OfficeNames,
  type Paper,
} from '#libs/service/papers';
import { valueOf } from '#libs/domain/kernel';
import * as acts from './dossier-acts.js';
import { BODY, Desk, type Move, UNIT } from './dossier-desk.js';
import { procedureNamed } from './procedures.js';

type Nominee = DossierFactOf<'NomineesAdded'>['data']['nominees'][number];

/** What a paper is to be about; what a test does not say is usual. */
export interface PaperCase {
  readonly procedure?: 'BK_TINH' | 'CSTDCS';
  readonly nominees?: readonly Omit<Nominee, 'id'>[];
  readonly letter?: { readonly number: string; readonly date: LocalDate };
  /** Yes votes of 17 by nominee; 17 where it is not said. */
  readonly yes?: Readonly<Record<string, number>>;
  readonly differingOpinions?: readonly string[];
}

const components = {
  BK_TINH: ['TT', 'DS', 'BC_CT_CN', 'BC_CT_TT', 'BB'],
  CSTDCS: ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'],
};

export const PARENT = 'PARENT-1';

/** A dossier on its way to the approval, with a request for a supplement and minutes, and the papers made of it. */
export class PaperDesk {
  readonly desk = new Desk();
  readonly ids: readonly string[];
  private readonly procedure: string;

  constructor({
    procedure = 'BK_TINH',
    nominees = [acts.collective('Tổ Vận hành'), acts.individual('Trần Đức Ẩn'), acts.individual('Lê Thị Ngọc Ánh')],
    letter = { number: '9/TTr-TTNS', date: '2026-08-03' },
    yes = {},
    differingOpinions = [],
  }: PaperCase = {}) {
    this.procedure = procedure;
    this.ids = nominees.map((_, index) => `N${index + 1}`);
    const results = Object.fromEntries(this.ids.map((id) => [id, { yes: yes[id] ?? 17 }]));
    this.take(
      acts.draft({ procedure }),
      acts.addNominees({ nominees: [...nominees] }),
      ...components[procedure].map((document) => acts.attachDocument({ document })),
      acts.submit({ letter }),
      acts.requestSupplement({
        items: [{ document: 'TT', note: 'thiếu chữ ký' }, { note: 'Ghi rõ năm sinh' }],
        reason: 'Tờ trình chưa ký',
        answerBy: '2026-08-10',
      }),
      acts.supplement(),
      acts.receive(),
      acts.appraise([...this.ids]),
      acts.completeAppraisal(),
      withOpinions(
        acts.councilResult(results, { method: procedure === 'CSTDCS' ? 'ballot' : 'minutes' }),
        differingOpinions,
      ),
    );
  }

  take(...moves: readonly Move[]): this {
    for (const move of moves) valueOf(this.desk.take(move));
    return this;
  }

  /** What the first so many facts say; without a number, all. */
  facts(until?: number): DossierPaperFacts {
    const facts = dossierPaperFacts(this.desk.facts.slice(0, until));
    if (!facts) throw new Error('There is no dossier.');
    return facts;
  }

  get state(): DossierState {
    return this.facts().dossier;
  }

  context(): ComposeContext {
    return { names: new OfficeNames(paperUnits), procedure: procedureNamed(`${this.procedure}@R2025.1`) };
  }

  paper(kind: DossierPaperKind, { until, code }: { until?: number; code?: string } = {}): Paper {
    return valueOf(composeDossierPaper(kind, this.facts(until), code, this.context()));
  }

  decision(given: Partial<DecisionState> = {}): Paper {
    return composeDecision({ decision: this.issued(given), dossiers: [this.facts()] }, this.context());
  }

  /** A decision about all nominees as it was issued. */
  issued(given: Partial<DecisionState> = {}): DecisionState {
    const kinds = new Map(this.state.nominees);
    return {
      id: 'Q1',
      revision: 1,
      stage: 'issued',
      bodyId: BODY,
      series: 'QĐ',
      award: this.procedure,
      draftedOn: '2026-08-03',
      recipients: this.ids.map((nomineeId, index) => ({
        dossierId: this.state.id,
        nomineeId,
        kind: kinds.get(nomineeId)?.kind ?? 'individual',
        goldenBookNumber: index + 1,
      })),
      cancelled: new Map(),
      restored: new Map(),
      restorations: 0,
      issue: {
        number: 7,
        symbol: '7/QĐ-UBND',
        date: '2026-08-05',
        signer: { accountId: 'chair', name: 'Đặng Văn Thành', capacity: 'none' },
        baseSalary: { amount: 2_530_000, from: '2026-07-01', source: 'ND 161/2026/NĐ-CP' },
        prizes: { collective: 7_590_000, individual: 3_800_000 },
        roundedUpTo: 10_000,
        total: 15_190_000,
      },
      ...given,
    };
  }
}

const withOpinions = (move: Move, differingOpinions: readonly string[]): Move =>
  move.command.type === 'record-council-result'
    ? {
        ...move,
        command: { ...move.command, data: { ...move.command.data, differingOpinions: [...differingOpinions] } },
      }
    : move;

function unit(id: string, name: string, parentId?: string, head?: string): UnitState {
  const from = '2016-01-01';
  const positionId = `P-${id}`;
  const title = { vi: head ?? '', en: head ?? '' };
  const position = { positionId, title, roles: ['authority' as const], head: true, seats: 1, from };
  return {
    id,
    revision: 0,
    name: { vi: name, en: name },
    kind: 'so',
    from,
    parents: [{ parentId, from }],
    positions: new Map(head === undefined ? [] : [[positionId, position]]),
    appointments: new Map([['A1', { appointmentId: 'A1', positionId, accountId: 'chair', from }]]),
    delegations: new Map(),
    handovers: new Map(),
  };
}

/** The units of these papers; none is real. */
export const paperUnits: Units = new Map([
  [UNIT, unit(UNIT, 'Trung tâm Nước sạch và Vệ sinh môi trường nông thôn', PARENT, 'Giám đốc')],
  [PARENT, unit(PARENT, 'Sở Nông nghiệp và Môi trường')],
  [BODY, unit(BODY, 'Ủy ban nhân dân tỉnh', undefined, 'Chủ tịch')],
]);
