import { act, builder, type Circumstances } from './dossier-act.js';
import { ASKED, BODY } from './dossier-desk.js';

export { act };

const letter = { number: '12/CV', date: '2026-07-01' };

export const individual = (name: string, unit = 'Phòng Một') => ({ kind: 'individual' as const, name, unit });
export const collective = (name: string, unit = name) => ({ kind: 'collective' as const, name, unit });

export const draft = builder('draft', {
  procedure: 'BK_TINH',
  kind: 'cong_trang',
  title: 'Khen thưởng năm 2026',
  bodyId: BODY,
});
export const addNominees = builder('add-nominees', { nominees: [individual('Người Một'), individual('Người Hai')] });
export const attachDocument = builder('attach-document', { document: 'TT' });
export const classify = builder('classify', { level: 'mat', reason: 'Có nội dung mật' });
export const submit = builder('submit', {});
export const receive = builder('receive', {});
export const requestSupplement = builder('request-supplement', { items: [{ document: 'TT' }], reason: 'Thiếu chữ ký' });
export const supplement = builder('supplement', {});
/** By an officer, with the outcome `done`. */
export const completeStep = builder('complete-step', { outcome: 'done' });
/** Of a body outside and of one that works in the system. */
export const askOpinion = builder('ask-opinion', {
  bodies: [{ name: 'Cục Thuế tỉnh' }, { unitId: ASKED, name: 'Công an tỉnh' }],
  question: 'Đề nghị cho ý kiến về việc chấp hành pháp luật',
});
export const recordOpinion = builder('record-opinion', { opinionId: 'O1', answer: 'agrees' });
export const withdrawOpinion = builder('withdraw-opinion', { opinionId: 'O1', reason: 'Hỏi nhầm' });
export const answerOpinion = builder('answer-opinion', { opinionId: 'O2', answer: 'agrees' });
const contact = { address: 'Số 1, đường Thử Nghiệm' };
export const openNotice = builder('open-notice', { where: 'Trụ sở UBND tỉnh', contact });
export const recordObjection = builder('record-objection', { kind: 'comment', text: 'Đề nghị xem lại' });
export const resolveObjection = builder('resolve-objection', {
  objectionId: 'K1',
  outcome: 'unfounded',
  reason: 'Đã xác minh',
});
export const sendCopies = builder('send-copies', {
  copies: [{ to: { as: 'submitter', name: 'Đơn vị trình' } }],
  sentOn: '2026-08-03',
  channel: 'paper',
});
export const correctCopy = builder('correct-copy', {
  copyId: 'S1',
  to: { as: 'submitter', name: 'Đơn vị trình, đúng địa chỉ' },
  sentOn: '2026-08-03',
  reason: 'Gửi nhầm nơi',
});
export const returnDossier = builder('return', { reason: 'Chưa đủ điều kiện' });
export const completeAppraisal = builder('complete-appraisal', {});
export const reject = builder('reject', { reason: 'Chưa đủ điều kiện' });
export const forward = builder('forward', { toBodyId: 'BODY-2', letter });
export const enterInSubmission = builder('enter-in-submission', {
  submissionId: 'T1',
  to: { level: 'MP', bodyId: 'BODY-2' },
});
export const releaseFromSubmission = builder('release-from-submission', { submissionId: 'T1' });
export const forwardBySubmission = builder('forward-by-submission', { submissionId: 'T1', letter });
export const receiveBySubmission = builder('receive-by-submission', { submissionId: 'T1' });
export const confer = builder('confer', { heldOn: '2026-08-03' });
export const archive = builder('archive', {});
export const withdraw = builder('withdraw', { reason: 'Đơn vị rút' });
export const suspend = builder('suspend', { ground: 'complaint', reason: 'Có đơn khiếu nại', letter });
export const resume = builder('resume', { reason: 'Đã xác minh' });
export const detachNominees = builder('detach-nominees', { nominees: ['N2'], reason: 'Có đơn về một người' });
/** From BK_TINH, as usual, to the other award that the desk has. */
export const escalateNominees = builder('escalate-nominees', {
  nominees: ['N2'],
  procedureCode: 'CSTDCS',
  bodyId: BODY,
  reason: 'Xứng đáng với hình thức cao hơn',
});
export const correctFact = builder('correct-fact', {
  revision: 0,
  field: 'title',
  old: 'Khen thưởng năm 2026',
  new: 'Khen thưởng 2026',
  reason: 'Sai tên',
});
export const claim = builder('claim', {});
export const assign = builder('assign', { accountId: 'account-minh', positionId: 'P-MINH' });
export const release = builder('release', { reason: 'Quá tải' });
export const openDetached = builder('open-detached', { parentDossierId: 'D1', nominees: ['N2'] });
export const openEscalated = builder('open-escalated', {
  parentDossierId: 'D1',
  nominees: ['N2'],
  procedureCode: 'CSTDCS',
  bodyId: BODY,
});
export const recordMissed = builder('record-missed-deadline', { deadlineId: 'appraise-1', version: 1 });
export const noteLostEvidence = builder('note-lost-evidence', { refs: ['I1/L1'] });
export const settleDeadlines = builder('settle-deadlines', {});
export const extendDeadline = builder('extend-deadline', {
  deadlineId: 'appraise-1',
  units: 5,
  letter: { number: '21/UBND', date: '2026-07-01' },
  reason: 'Phải xác minh thêm',
});
export const applyFavourable = builder('apply-favourable', {
  rule: 'votes.minutes.threshold',
  version: 'R2026.1',
  reason: 'Quy định có lợi hơn',
});
export const releaseFromDecision = builder('release-from-decision', { decisionId: 'Q1', reason: 'Bỏ dự thảo' });

/** Verdicts: those named are qualified, those after are not. */
export const appraise = (
  qualified: readonly string[],
  notQualified: readonly string[] = [],
  more: Partial<Circumstances> = {},
) =>
  act(
    'appraise-nominees',
    {
      verdicts: [
        ...qualified.map((nomineeId) => ({
          nomineeId,
          verdict: 'qualified' as const,
          reason: 'Đạt',
          evidence: ['TT'],
        })),
        ...notQualified.map((nomineeId) => ({
          nomineeId,
          verdict: 'not_qualified' as const,
          reason: 'Không đạt',
          evidence: [],
        })),
      ],
    },
    more,
  );

interface Count {
  readonly yes: number;
  readonly no?: number;
  readonly other?: number;
}

/** A council's result on nominees: `{ N1: { yes: 17 } }` of 17 members, all present, unless said otherwise. */
export const councilResult = (
  results: Readonly<Record<string, Count>>,
  {
    method = 'minutes',
    members = 17,
    present = members,
    written = 0,
    tellers = method === 'ballot' ? ['teller-1', 'teller-2'] : [],
    heldOn = '2026-08-03',
    minutesOn = heldOn,
    ...more
  }: Partial<Circumstances> & {
    readonly method?: 'minutes' | 'ballot';
    readonly members?: number;
    readonly present?: number;
    readonly written?: number;
    readonly tellers?: string[];
    readonly heldOn?: string;
    readonly minutesOn?: string;
  } = {},
) =>
  act(
    'record-council-result',
    {
      method,
      heldOn,
      minutes: { number: '01/BB', date: minutesOn },
      members,
      present,
      written,
      tellers,
      results: Object.entries(results).map(([nomineeId, { yes, no = 0, other = 0 }]) => ({
        nomineeId,
        yes,
        no,
        other,
      })),
    },
    more,
  );

/** Approval of some, refusal of others, each of whom has a reason or `undefined`. */
export const approve = (
  approved: readonly string[],
  refused: Readonly<Record<string, string | undefined>> = {},
  more: Partial<Circumstances> = {},
) =>
  act(
    'approve',
    {
      approved: [...approved],
      refused: Object.entries(refused).map(([nomineeId, reason]) => ({
        nomineeId,
        ...(reason === undefined ? {} : { reason }),
      })),
    },
    more,
  );

export const enterInDecision = (nominees: readonly string[], decisionId = 'Q1', more: Partial<Circumstances> = {}) =>
  act('enter-in-decision', { decisionId, nominees: [...nominees] }, more);

export const receiveDecision = (nominees: readonly string[], decisionId = 'Q1', more: Partial<Circumstances> = {}) =>
  act(
    'receive-decision',
    { decisionId, number: 7, symbol: '7/QĐ-UBND', date: '2026-08-03', nominees: [...nominees] },
    more,
  );
