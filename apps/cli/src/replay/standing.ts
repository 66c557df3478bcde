import { type DossierState, viewDossier } from '#libs/domain/dossier';
import { type Language, type SentenceNames, dayText, dueText, momentText } from '#libs/domain/kernel';
import { countByKind } from '#libs/domain/procedure';

type DeadlineStanding = ReturnType<typeof viewDossier>['deadlines'][number];

/** How a dossier stands after its last fact, for the reader of a replay. Names nobody: nominees are counted. */
export function standingLines(state: DossierState, language: Language, names: SentenceNames): readonly string[] {
  const view = viewDossier(state);
  const words = WORDS[language];
  const { counts, council, decision, procedure } = view;
  return [
    words.step(names.step(view.step), view.suspended, momentText(view.placeSince)),
    procedure
      ? words.pinned(names.award(procedure.code), `${procedure.code} ${procedure.version}`, procedure.hash.slice(0, 12))
      : words.provisional(names.award(view.procedureCode)),
    words.nominees(counts.total, countByKind(view.nominees, language), counts.women, counts.directWorkers),
    ...(view.documents.length > 0
      ? [words.documents([...new Set(view.documents.map(({ document }) => names.document(document)))])]
      : []),
    ...(counts.qualified + counts.notQualified > 0 ? [words.appraised(counts.qualified, counts.notQualified)] : []),
    ...(council
      ? [words.council(council.members, council.present, council.written, council.needed, counts.passed)]
      : []),
    ...(counts.approved + counts.refused > 0 ? [words.approved(counts.approved, counts.refused)] : []),
    ...(decision ? [words.decision(decision.symbol, dayText(decision.date), counts.decided)] : []),
    ...(counts.conferred > 0 ? [words.conferred(counts.conferred)] : []),
    ...view.deadlines.map((deadline) => deadlineLine(deadline, language, names)),
  ];
}

function deadlineLine(deadline: DeadlineStanding, language: Language, names: SentenceNames): string {
  const words = WORDS[language];
  const due = dueText(deadline.dueAt, language);
  return words.deadline(
    names.clock(deadline.clock),
    due,
    words.deadlineStates[deadline.late ? 'late' : deadline.state],
  );
}

const WORDS = {
  vi: {
    step: (step: string, suspended: boolean, since: string) =>
      `Bước: ${step}${suspended ? ' (đang tạm dừng)' : ''}, từ ${since}`,
    pinned: (award: string, version: string, hash: string) => `Quy trình: ${award} (${version}, nội dung ${hash}…)`,
    provisional: (award: string) => `Quy trình: ${award} (tạm thời, chưa tiếp nhận)`,
    nominees: (total: number, kinds: string, women: number, direct: number) =>
      `Đối tượng: ${total}${total > 0 ? ` (${kinds}; ${women} nữ, ${direct} người lao động trực tiếp)` : ''}`,
    documents: (names: readonly string[]) => `Giấy tờ: ${names.join('; ')}`,
    appraised: (good: number, bad: number) => `Thẩm định: ${good} đủ điều kiện, ${bad} không đủ`,
    council: (members: number, present: number, written: number, needed: number, passed: number) =>
      `Hội đồng: ${members} thành viên, ${present} có mặt, ${written} ý kiến bằng văn bản; cần ${needed} phiếu, ${passed} đối tượng đạt`,
    approved: (yes: number, no: number) => `Phê duyệt: ${yes} đối tượng, không phê duyệt: ${no}`,
    decision: (symbol: string, date: string, recipients: number) =>
      `Quyết định: số ${symbol} ngày ${date}, ${recipients} đối tượng`,
    conferred: (count: number) => `Đã trao tặng: ${count} đối tượng`,
    deadline: (clock: string, due: string, state: string) => `Thời hạn “${clock}”: ${due}, ${state}`,
    deadlineStates: {
      running: 'đang chạy',
      paused: 'đang tạm dừng',
      met: 'đã hoàn thành',
      late: 'hoàn thành sau hạn',
      missed: 'quá hạn, chưa hoàn thành',
      cancelled: 'đã hủy',
    },
  },
  en: {
    step: (step: string, suspended: boolean, since: string) =>
      `Step: ${step}${suspended ? ' (suspended)' : ''}, since ${since}`,
    pinned: (award: string, version: string, hash: string) => `Procedure: ${award} (${version}, content ${hash}…)`,
    provisional: (award: string) => `Procedure: ${award} (provisional, not received yet)`,
    nominees: (total: number, kinds: string, women: number, direct: number) =>
      `Nominees: ${total}${total > 0 ? ` (${kinds}; ${women} women, ${direct} direct workers)` : ''}`,
    documents: (names: readonly string[]) => `Documents: ${names.join('; ')}`,
    appraised: (good: number, bad: number) => `Appraisal: ${good} qualified, ${bad} not`,
    council: (members: number, present: number, written: number, needed: number, passed: number) =>
      `Council: ${members} members, ${present} present, ${written} by letter; ${needed} votes needed, ${passed} nominees passed`,
    approved: (yes: number, no: number) => `Approval: ${yes} nominees, refused: ${no}`,
    decision: (symbol: string, date: string, recipients: number) =>
      `Decision: ${symbol} of ${date}, ${recipients} nominees`,
    conferred: (count: number) => `Conferred: ${count} nominees`,
    deadline: (clock: string, due: string, state: string) => `Deadline “${clock}”: ${due}, ${state}`,
    deadlineStates: {
      running: 'running',
      paused: 'paused',
      met: 'met',
      late: 'met late',
      missed: 'overdue, not met',
      cancelled: 'cancelled',
    },
  },
} as const;
