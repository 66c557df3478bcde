import { define } from './error-text.js';

/** Why a question to another body, a public notice or a copy of a decision is refused, and what a step still waits for. */
export const consultationErrors = define({
  // Opinions (R41)
  BODY_ASKED_TWICE: {
    kind: 'rule',
    vi: 'Cơ quan đã được hỏi và chưa trả lời, hoặc có hai lần trong danh sách; thứ tự trong danh sách: {bodies}.',
    en: 'Asked already and not answered yet, or twice in the list; their places in it: {bodies}.',
  },
  OPINION_UNKNOWN: { kind: 'rule', vi: 'Không có ý kiến {opinion}.', en: 'There is no question {opinion}.' },
  OPINION_ANSWERED: {
    kind: 'conflict',
    vi: 'Ý kiến {opinion} đã được trả lời.',
    en: 'The question {opinion} was answered already.',
  },
  OPINION_WITHDRAWN: {
    kind: 'conflict',
    vi: 'Ý kiến {opinion} đã thôi lấy.',
    en: 'The question {opinion} was taken back.',
  },
  OPINION_PASSED_OVER: {
    kind: 'conflict',
    vi: 'Hồ sơ đã đi tiếp khi chưa có ý kiến {opinion}; chỉ còn ghi được câu trả lời đến muộn.',
    en: 'The dossier went on without {opinion}; only a late answer can still be recorded.',
  },
  NO_OPINION_AWAITED: {
    kind: 'conflict',
    vi: 'Không chờ ý kiến nào của cơ quan được hỏi.',
    en: 'No answer of a body asked is awaited.',
  },
  OPINIONS_MISSING: {
    kind: 'rule',
    vi: 'Chưa có ý kiến trả lời của: {bodies}. Im lặng không phải là đồng ý: đôn đốc, báo cáo cấp có thẩm quyền, hoặc người có thẩm quyền quyết định đi tiếp và nêu lý do.',
    en: 'Not answered yet by: {bodies}. Silence is no consent: press for it, escalate, or let the authority go on with a reason.',
  },
  NO_OPINION_ASKED: { kind: 'rule', vi: 'Chưa lấy ý kiến cơ quan nào.', en: 'Nobody was asked.' },
  OPINIONS_ASKED: {
    kind: 'rule',
    vi: 'Đã lấy ý kiến; không thể chọn “không cần lấy ý kiến”.',
    en: 'Somebody was asked, so it cannot be that nobody was.',
  },
  PAPER_NOT_IN_DOSSIER: {
    kind: 'rule',
    vi: 'Hồ sơ không có văn bản này.',
    en: 'The dossier does not have this paper.',
  },
  // Public notice (R39, R40)
  NO_NOTICE: { kind: 'conflict', vi: 'Hồ sơ chưa được công khai.', en: 'The dossier has had no public notice.' },
  NOTICE_CLOSED: {
    kind: 'gone',
    vi: 'Danh sách này đã hết thời gian công khai.',
    en: 'The time of this public notice is over.',
  },
  NOTICE_HANGS_ALREADY: { kind: 'conflict', vi: 'Danh sách đang được công khai.', en: 'The list hangs out already.' },
  OBJECTION_NEEDS_LETTER: {
    kind: 'rule',
    vi: 'Khiếu nại, tố cáo có căn cứ cần số và ngày của đơn.',
    en: 'A substantiated complaint or denunciation needs number and day of its letter.',
  },
  OBJECTION_UNKNOWN: {
    kind: 'rule',
    vi: 'Không có phản ánh {objection}.',
    en: 'There is no objection {objection}.',
  },
  OBJECTION_SETTLED: {
    kind: 'conflict',
    vi: 'Phản ánh {objection} đã giải quyết.',
    en: 'The objection {objection} was settled already.',
  },
  NO_OBJECTION_OPEN: { kind: 'conflict', vi: 'Không còn phản ánh nào chờ giải quyết.', en: 'No objection is open.' },
  OBJECTION_OPEN: {
    kind: 'rule',
    vi: 'Phản ánh chưa giải quyết: {objections}.',
    en: 'Objections that are not settled: {objections}.',
  },
  OBJECTIONS_RECORDED: {
    kind: 'rule',
    vi: 'Đã có phản ánh: {objections}; không thể chọn “không có phản ánh”.',
    en: 'Somebody objected: {objections}; it cannot be that nobody did.',
  },
  // Copies (R47)
  NO_DECISION_TO_COPY: { kind: 'conflict', vi: 'Chưa có quyết định để sao gửi.', en: 'There is no decision to copy.' },
  COPY_BEFORE_DECISION: {
    kind: 'rule',
    vi: 'Ngày gửi {sent} trước ngày {decided}.',
    en: 'Sent on {sent}, before {decided}.',
  },
  COPY_UNKNOWN: { kind: 'rule', vi: 'Không có bản sao {copy}.', en: 'There is no copy {copy}.' },
  COPIES_NOT_SENT: {
    kind: 'rule',
    vi: 'Chưa sao gửi quyết định cho: {nominees}.',
    en: 'No copy of the decision was sent for: {nominees}.',
  },
});
