import type { DossierView } from '#libs/domain/dossier';
import type { DecisionView } from '#libs/domain/decision';
import { eventually } from '#libs/platform/testing';
import type { CommandAnswer } from '#libs/service/commands';
import { must } from './office-client.js';
import type { Desks } from './office.js';

/** How far a dossier has gone, in the order of the way. */
export const stages = [
  'drafted',
  'filled',
  'submitted',
  'received',
  'appraised',
  'voted',
  'approved',
  'entered',
  'issued',
  'decided',
  'conferred',
  'archived',
] as const;

export type Stage = (typeof stages)[number];

/** What a dossier is about; what a test does not say is usual. */
export interface Batch {
  readonly procedure?: 'BK_TINH' | 'CSTDCS';
  readonly individuals?: number;
  readonly collectives?: number;
  readonly title?: string;
  /** Personal codes of the individuals, by which they are recognised in another dossier. */
  readonly codes?: readonly string[];
  /** The council's yes votes of 17, for everybody. */
  readonly yes?: number;
  readonly documents?: readonly string[];
}

export interface WayfarerDossier {
  readonly id: string;
  /** `/api/v1/dossiers/{id}` */
  readonly path: string;
  /** N1, N2, … in the order of the list: collectives first. */
  readonly nominees: readonly string[];
  /** From `entered` on. */
  readonly decisionId?: string;
  /** What each command answered, by its name. */
  readonly answers: Readonly<Record<string, CommandAnswer>>;
}

const usualDocuments = {
  BK_TINH: ['TT', 'DS', 'BC_CT_CN', 'BC_CT_TT', 'BB'],
  CSTDCS: ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'],
} as const;

const BODY = 'ubnd-tinh';
const COUNCIL = 17;
/** Also where the worker that tells the dossier is killed again and again. */
const DECIDED_WITHIN_MS = 60_000;

/** The people of the list: invented, numbered, and told apart from each other. */
export const nomineesOf = ({ individuals = 2, collectives = 0, codes = [] }: Batch) => [
  ...Array.from({ length: collectives }, (_, index) => ({
    kind: 'collective',
    name: `Tổ chuyên môn số ${index + 1}`,
    unit: 'Trung tâm Khuyến nông tỉnh',
  })),
  ...Array.from({ length: individuals }, (_, index) => ({
    kind: 'individual',
    name: `Người Được Đề Nghị ${index + 1}`,
    sex: index % 2 === 0 ? 'female' : 'male',
    standing: index % 3 === 0 ? 'leader' : 'direct_worker',
    unit: 'Chi cục Thủy lợi',
    ...(codes[index] === undefined ? {} : { code: codes[index] }),
  })),
];

/** Carries a new dossier through HTTP from its draft to a stage, each act by whom it belongs to. */
export async function officeWay(office: Desks, until: Stage, batch: Batch = {}): Promise<WayfarerDossier> {
  const { procedure = 'BK_TINH', title = 'Khen thưởng tổng kết năm 2026' } = batch;
  const answers: Record<string, CommandAnswer> = {};
  const [unit, officer, secretary, authority, clerk] = [
    office.as('acc-don-vi'),
    office.as('acc-tham-dinh'),
    office.as('acc-thu-ky'),
    office.as('acc-lanh-dao'),
    office.as('acc-van-thu'),
  ];
  const draft = { procedure, kind: 'cong_trang', title, bodyId: BODY, cluster: 'Khối thi đua số 3' };
  const { id } = (answers['draft'] = await must(unit.post('/api/v1/dossiers', draft)));
  const path = `/api/v1/dossiers/${id}`;
  const list = nomineesOf(batch);
  const nominees = list.map((_, index) => `N${index + 1}`);
  let decisionId: string | undefined;

  type Person = ReturnType<Desks['as']>;
  const act = async (who: Person, command: string, body: unknown = {}): Promise<void> => {
    answers[command] = await must(who.post(`${path}/${command}`, body));
  };
  const today = office.today();
  const way: Record<Stage, () => Promise<void>> = {
    drafted: async () => {},
    async filled() {
      await act(unit, 'add-nominees', { nominees: list });
      for (const document of batch.documents ?? usualDocuments[procedure])
        await act(unit, 'attach-document', { document });
    },
    submitted: () => act(unit, 'submit', { letter: { number: '12/TTr', date: today } }),
    received: () => act(officer, 'receive'),
    async appraised() {
      const verdicts = nominees.map((nomineeId) => ({
        nomineeId,
        verdict: 'qualified',
        reason: 'Đủ tiêu chuẩn',
        evidence: ['TT'],
      }));
      await act(officer, 'appraise-nominees', { verdicts });
      await act(officer, 'complete-appraisal');
    },
    voted: () =>
      act(secretary, 'record-council-result', {
        method: procedure === 'CSTDCS' ? 'ballot' : 'minutes',
        heldOn: today,
        minutes: { number: '01/BB', date: today },
        members: COUNCIL,
        present: COUNCIL,
        written: 0,
        tellers: procedure === 'CSTDCS' ? ['nguoi-kiem-1', 'nguoi-kiem-2'] : [],
        results: nominees.map((nomineeId) => {
          const { yes = COUNCIL } = batch;
          return { nomineeId, yes, no: COUNCIL - yes, other: 0 };
        }),
      }),
    approved: () => act(authority, 'approve', { approved: nominees }),
    async entered() {
      const drafted = await must(clerk.post('/api/v1/decisions', { dossiers: [{ dossierId: id, nominees }] }));
      answers['draft-decision'] = drafted;
      decisionId = drafted.id;
    },
    async issued() {
      answers['issue'] = await must(clerk.post(`/api/v1/decisions/${decisionId}/issue`, issueOn(today)));
    },
    async decided() {
      await eventually(
        `dossier ${id} has its decision`,
        async () => {
          const { step } = await must(clerk.get<DossierView>(path));
          return step === 'conferment';
        },
        DECIDED_WITHIN_MS,
      );
    },
    conferred: () => act(secretary, 'confer', { heldOn: today }),
    archived: () => act(clerk, 'archive'),
  };
  for (const stage of stages.slice(0, stages.indexOf(until) + 1)) await way[stage]();
  return { id, path, nominees, answers, ...(decisionId === undefined ? {} : { decisionId }) };
}

/** What a clerk sends to have a decision issued. */
export const issueOn = (date: string) => ({
  date,
  sign: 'QĐ-UBND',
  signer: { accountId: 'acc-lanh-dao', name: 'Đặng Văn Thành', capacity: 'none' },
});

/** The dossier as an auditor sees it now, who also reads drafts. */
export const dossierOf = (office: Desks, { path }: { readonly path: string }): Promise<DossierView> =>
  must(office.as('acc-thanh-tra').get<DossierView>(path));

export const decisionOf = (office: Desks, decisionId: string | undefined): Promise<DecisionView> =>
  must(office.as('acc-van-thu').get<DecisionView>(`/api/v1/decisions/${decisionId}`));
