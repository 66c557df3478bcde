import { idle, person } from './other-people.js';
import { systemRecipes } from './route-table-system.js';

/** Who asks, in the order of the table's columns: the sample office, then the same roles elsewhere. */
export const own: Readonly<Record<string, string>> = {
  submitter: 'acc-don-vi',
  officer: 'acc-tham-dinh',
  section_head: 'acc-truong-phong',
  secretary: 'acc-thu-ky',
  council_member: 'acc-uy-vien',
  authority: 'acc-lanh-dao',
  clerk: 'acc-van-thu',
  auditor: 'acc-thanh-tra',
  operator: 'acc-van-hanh',
};

export const OTHER_BODY = 'ubnd-tinh-khac';

const roles = Object.keys(own) as Parameters<typeof person>[2][];

export const others = roles.map((role) =>
  person(`acc-khac-${role.replace('_', '-')}`, role === 'submitter' ? 'khoi-thi-dua-9' : OTHER_BODY, role),
);

/** Everybody who is asked about, by the name of his column. */
export const askers: readonly (readonly [name: string, account: string | undefined])[] = [
  ...Object.entries(own),
  ...others.map(({ id, roles: [role] }) => [`other ${role}`, id] as const),
  ['no position', idle.id],
  ['nobody', undefined],
];

/** States of a dossier of `khoi-thi-dua-3` that was drafted for `ubnd-tinh`. */
export const states = ['draft', 'submitted', 'before the council', 'forwarded away', 'secret'] as const;
export type State = (typeof states)[number];

/** The things that routes are asked about. Paths without `/api/v1`. */
export interface Things {
  readonly dossiers: Readonly<Record<State, string>>;
  readonly decisionId: string;
  readonly clusterId: string;
  /** ETags by path. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface Asked {
  /** Below the route's own path: values of its parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One row of the table: what is asked. `dossier` makes a row for each state of a dossier. */
export type Row = (things: Things, dossierId: string) => Asked;

const nothing = '9b2f6d60-0000-5000-8000-000000000000';
const ofNobody = { params: { id: 'acc-khong-co', sessionId: nothing, tokenId: nothing } };
const sha256 = 'f'.repeat(64);
/** Who may know of the thing learns that it has changed; nothing is written by anybody. */
const stale = { 'if-match': '"99999"' };

/**
 * A recipe for every route of the API, by its id. A route that is not here fails the test: add one that writes nothing, or
 * something that changes no other answer, run the test with VINHDANH_WRITE=1 and read what it wrote into docs/access.md.
 */
export const recipes: Readonly<Record<string, { readonly perState?: boolean; readonly ask: Row }>> = {
  // Dossiers
  draftDossier: {
    ask: () => ({ body: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Bảng quyền', bodyId: 'ubnd-tinh' } }),
  },
  commandDossier: {
    perState: true,
    ask: (_things, id) => ({ params: { id, command: 'withdraw' }, body: { reason: 'Rút' }, headers: stale }),
  },
  readWaysIn: { ask: () => ({}) },
  listDossiers: { ask: () => ({}) },
  readDossier: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  listDossierEvents: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  uploadDocument: {
    perState: true,
    ask: (_things, id) => ({
      params: { id },
      query: '?document=TT',
      body: '%PDF-1.7\n%%EOF\n',
      headers: { ...stale, 'content-type': 'application/pdf' },
    }),
  },
  listDocuments: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  downloadDocument: { perState: true, ask: (_things, id) => ({ params: { id, sha256 } }) },
  listDocumentOpenings: { ask: ({ dossiers }) => ({ params: { id: dossiers.submitted, sha256 } }) },
  listDossierPapers: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  makeDossierPaper: { perState: true, ask: (_things, id) => ({ params: { id, file: 'submission.pdf' } }) },
  listDossierPaperOpenings: { ask: ({ dossiers }) => ({ params: { id: dossiers.submitted } }) },
  readAllowedOnDossier: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  listOpenings: { ask: ({ dossiers }) => ({ params: { id: dossiers.submitted } }) },
  readVoteOutlook: { perState: true, ask: (_things, id) => ({ params: { id }, query: '?members=17&present=15' }) },
  readBlockedBy: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  readTimeline: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  listDossierHolders: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  listWork: { ask: () => ({}) },
  countWork: { ask: () => ({}) },
  assignWork: { ask: () => ({ body: {} }) },
  countStatistics: { ask: () => ({}) },
  readFigures: { ask: () => ({}) },
  listCountedNominees: { ask: () => ({}) },
  readRegister: { ask: () => ({ params: { id: 'ubnd-tinh', series: 'QD', year: '2026' } }) },
  listOpinions: { ask: () => ({}) },
  readOpinion: { perState: true, ask: (_things, id) => ({ params: { id, opinionId: 'O1' } }) },
  answerOpinion: {
    perState: true,
    ask: (_things, id) => ({ params: { id, opinionId: 'O1' }, body: { answer: 'agrees' } }),
  },
  listObjections: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  listPublicNotices: { ask: () => ({}) },
  readPublicNotice: { ask: () => ({ params: { code: 'khong-co-ma' } }) },
  showPublicNotices: { ask: () => ({}) },
  showPublicNotice: { ask: () => ({ params: { code: 'khong-co-ma' } }) },
  lookUp: { ask: () => ({ params: { receiptCode: 'KHONG-CO-MA' } }) },
  listDeadlines: { ask: () => ({}) },
  readProposals: { perState: true, ask: (_things, id) => ({ params: { id } }) },
  commandAwardHistory: {
    ask: () => ({
      params: { id: 'ubnd-tinh', command: 'strike' },
      body: { importId: nothing, line: 1, because: 'wrong', reason: 'Nhập sai' },
    }),
  },
  previewPastAwards: {
    ask: () => ({ params: { id: 'ubnd-tinh' }, body: 'x', headers: { 'content-type': 'text/csv' } }),
  },
  previewNominees: {
    perState: true,
    ask: (_things, id) => ({ params: { id }, body: 'x', headers: { 'content-type': 'text/csv' } }),
  },
  listPastAwards: { ask: () => ({ params: { id: 'ubnd-tinh' } }) },
  explainDeadline: { perState: true, ask: (_things, id) => ({ params: { id, deadlineId: 'screen-1' } }) },
  applyFavourableRule: {
    perState: true,
    ask: (_things, id) => ({
      params: { id },
      body: { rule: 'votes.ballot.threshold', version: 'R2026.1', reason: 'Có lợi hơn' },
      headers: stale,
    }),
  },
  // Calendars
  extendDeadline: {
    perState: true,
    ask: (_things, id) => ({
      params: { id, deadlineId: 'screen-1' },
      body: { units: 1, letter: { number: '1/UBND', date: '2026-08-24' }, reason: 'Gia hạn' },
      headers: stale,
    }),
  },
  previewCalendarChange: {
    ask: () => ({ params: { id: 'VN' }, body: { command: 'complete-year', data: { year: 2099 } } }),
  },
  readWorkingCalendar: { ask: () => ({ params: { id: 'VN' } }) },
  commandCalendar: {
    ask: () => ({
      params: { id: 'VN', command: 'complete-year' },
      body: { year: 2099 },
      headers: stale,
    }),
  },
  computeLimit: {
    ask: () => ({ params: { id: 'VN' }, body: { start: '2026-08-21', limit: { value: 5, unit: 'working_day' } } }),
  },
  // Campaigns
  listCampaigns: { ask: () => ({}) },
  readCampaign: { ask: () => ({ params: { id: 'khong-co' } }) },
  openCampaign: {
    ask: () => ({
      body: {
        names: { vi: 'Đợt', en: 'Campaign' },
        from: '2026-08-09T00:00:00+07:00',
        until: '2026-08-09T00:00:00+07:00',
      },
    }),
  },
  commandCampaign: {
    ask: () => ({ params: { id: 'khong-co', command: 'close' }, body: { reason: 'Đã đủ' }, headers: stale }),
  },
  // Letters to the level above
  listSubmissions: { ask: () => ({}) },
  listWaitingForSubmission: { ask: () => ({}) },
  readSubmission: { ask: () => ({ params: { id: 'khong-co' } }) },
  readAllowedOnSubmission: { ask: () => ({ params: { id: 'khong-co' } }) },
  readSubmissionTimeline: { ask: () => ({ params: { id: 'khong-co' } }) },
  draftSubmission: {
    perState: true,
    ask: (_things, id) => ({ body: { title: 'Tờ trình', to: { level: 'MOHA' }, dossiers: [id] } }),
  },
  commandSubmission: {
    ask: () => ({ params: { id: 'khong-co', command: 'receive' }, body: {}, headers: stale }),
  },
  // Procedures
  listProcedures: { ask: () => ({}) },
  countSteps: { ask: () => ({ params: { code: 'BK_TINH', version: 'R2025.1' } }) },
  readProcedure: { ask: () => ({ params: { code: 'BK_TINH', version: 'R2025.1' } }) },
  drawProcedure: { ask: () => ({ params: { code: 'BK_TINH', version: 'R2025.1' } }) },
  compareProcedures: {
    ask: () => ({ params: { code: 'BK_TINH', version: 'R2025.1', other: 'R2026.1' } }),
  },
  draftProcedure: { ask: () => ({ body: { document: { code: 'KHONG_CO' } } }) },
  readProcedureLife: { ask: () => ({ params: { id: 'BK_TINH' } }) },
  readProcedureDraft: { ask: () => ({ params: { id: 'BK_TINH', version: 'khong-co' } }) },
  commandProcedure: {
    ask: () => ({
      params: { id: 'BK_TINH', command: 'discard-draft' },
      body: { version: 'khong-co', reason: 'Thôi' },
      headers: stale,
    }),
  },
  startDryRun: { ask: () => ({ params: { id: 'BK_TINH', version: 'khong-co' }, body: {}, headers: stale }) },
  readDryRun: { ask: () => ({ params: { id: 'BK_TINH', version: 'khong-co' } }) },
  // Decisions
  draftDecision: {
    ask: ({ dossiers }) => ({ body: { dossiers: [{ dossierId: dossiers.submitted, nominees: ['N1'] }] } }),
  },
  commandDecision: {
    ask: ({ decisionId }) => ({
      params: { id: decisionId, command: 'give-up' },
      body: { reason: 'Thôi' },
      headers: stale,
    }),
  },
  listDecisions: { ask: () => ({}) },
  listRecipients: { ask: ({ decisionId }) => ({ params: { id: decisionId } }) },
  readDecision: { ask: ({ decisionId }) => ({ params: { id: decisionId } }) },
  listDecisionPapers: { ask: ({ decisionId }) => ({ params: { id: decisionId } }) },
  listDecisionPaperOpenings: { ask: ({ decisionId }) => ({ params: { id: decisionId } }) },
  makeDecisionPaper: { ask: ({ decisionId }) => ({ params: { id: decisionId, file: 'decision.docx' } }) },
  readAllowedOnDecision: { ask: ({ decisionId }) => ({ params: { id: decisionId } }) },
  // Organization
  establishUnit: {
    ask: () => ({
      body: { unitId: 'moi', name: { vi: 'Mới', en: 'New' }, kind: 'so', parentId: 'khong-co', from: '2026-01-01' },
    }),
  },
  commandUnit: {
    ask: ({ tags }) => ({
      params: { id: 'thanh-tra-tinh', command: 'move' },
      body: { parentId: 'khong-co', from: '2026-12-01' },
      headers: { 'if-match': tags['/api/v1/units/thanh-tra-tinh'] ?? '' },
    }),
  },
  listUnits: { ask: () => ({}) },
  readUnit: { ask: () => ({ params: { id: 'ubnd-tinh' } }) },
  listUnitPeople: { ask: () => ({ params: { id: 'khoi-thi-dua-3' } }) },
  listHandovers: { ask: () => ({}) },
  readHandover: { ask: () => ({ params: { id: nothing } }) },
  listOpenWork: { ask: () => ({ params: { id: 'ubnd-tinh' } }) },
  formCluster: {
    ask: () => ({
      body: {
        clusterId: 'cum-moi',
        name: { vi: 'Mới', en: 'New' },
        kind: 'cum',
        level: 'tinh',
        organizerId: 'khong-co',
        criterion: 'Cùng ngành',
        reason: 'Cùng ngành',
        from: '2026-01-01',
      },
    }),
  },
  commandCluster: {
    ask: ({ clusterId, tags }) => ({
      params: { id: clusterId, command: 'relieve' },
      body: { on: '2026-01-01' },
      headers: { 'if-match': tags[`/api/v1/clusters/${clusterId}`] ?? '' },
    }),
  },
  listClusters: { ask: () => ({}) },
  readCluster: { ask: ({ clusterId }) => ({ params: { id: clusterId } }) },
  // Oneself
  listMyPositions: { ask: () => ({}) },
  chooseDefaultPosition: { ask: () => ({ body: { positionId: null } }) },
  followLive: { ask: () => ({}) },
  getNotificationPreferences: { ask: () => ({}) },
  changeNotificationPreferences: { ask: () => ({ body: { unknown: true } }) },
  listMyDeliveries: { ask: () => ({}) },
  showUnsubscription: { ask: () => ({ params: { token: 'khong-co' } }) },
  unsubscribe: { ask: () => ({ params: { token: 'khong-co' } }) },
  markNotificationsRead: { ask: () => ({ body: {} }) },
  listNotifications: { ask: () => ({}) },
  readCalendarFeed: { ask: () => ({}) },
  openCalendarFeed: { ask: () => ({}) },
  closeCalendarFeed: { ask: () => ({}) },
  readCalendar: { ask: () => ({ params: { file: `${'x'.repeat(32)}.ics` } }) },
  whoAmI: { ask: () => ({}) },
  chooseLanguage: { ask: () => ({ body: { language: 'vi' } }) },
  changeMyPassword: { ask: () => ({ body: {} }) },
  listMyTokens: { ask: () => ({}) },
  issueMyToken: { ask: () => ({ body: {} }) },
  revokeMyToken: { ask: () => ({ params: { id: nothing } }) },
  startSecondFactor: { ask: () => ({ body: {} }) },
  confirmSecondFactor: { ask: () => ({ body: {} }) },
  switchSecondFactorOff: { ask: () => ({ body: {} }) },
  // Coming in. Guards first: a body that says nothing is refused (400) to whoever may call the route.
  signIn: { ask: () => ({ body: {} }) },
  startOidc: { ask: () => ({}) },
  finishOidc: { ask: () => ({}) },
  listMySessions: { ask: () => ({}) },
  showSecondFactor: { ask: () => ({ body: {} }) },
  signOut: { ask: () => ({}) },
  endMySession: { ask: () => ({ params: { id: nothing } }) },
  // Accounts
  listAccounts: { ask: () => ({}) },
  readWebhook: { ask: () => ({ params: { id: 'khong-co' } }) },
  pointWebhook: { ask: () => ({ params: { id: 'khong-co' }, body: {} }) },
  removeWebhook: { ask: () => ({ params: { id: 'khong-co' } }) },
  listAccountActs: { ask: () => ({}) },
  openAccount: { ask: () => ({ body: {} }) },
  closeAccount: { ask: () => ofNobody },
  reopenAccount: { ask: () => ofNobody },
  giveOneTimePassword: { ask: () => ofNobody },
  resetSecondFactor: { ask: () => ofNobody },
  listSessionsOf: { ask: () => ofNobody },
  revokeSession: { ask: () => ofNobody },
  listTokensOf: { ask: () => ofNobody },
  issueTokenFor: { ask: () => ({ ...ofNobody, body: { name: 'Bảng quyền' } }) },
  revokeToken: { ask: () => ofNobody },
  ...systemRecipes,
};
