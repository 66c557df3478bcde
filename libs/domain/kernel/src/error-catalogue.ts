import type { ErrorText } from './error-text.js';
import { startUpErrors } from './start-up-errors.js';

export type { ErrorKind } from './error-text.js';

const define = <const T extends Record<string, ErrorText>>(catalogue: T): T => catalogue;

/** Every reason this system gives for not doing something: one stable code per cause, said in both languages. */
export const errorCatalogue = define({
  // Requests
  MALFORMED_REQUEST: {
    kind: 'malformed',
    vi: 'Yêu cầu không đúng định dạng: {issues}.',
    en: 'The request is malformed: {issues}.',
  },
  UNKNOWN_COMMAND: { kind: 'not_found', vi: 'Không có lệnh {command}.', en: 'There is no command {command}.' },
  NOT_FOUND: { kind: 'not_found', vi: 'Không tìm thấy {what}.', en: '{what} was not found.' },
  NOT_SIGNED_IN: {
    kind: 'unauthenticated',
    vi: 'Cần đăng nhập bằng mã truy cập hợp lệ.',
    en: 'A valid access token is needed.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    kind: 'malformed',
    vi: 'Thiếu tiêu đề Idempotency-Key (một UUID do máy khách sinh cho mỗi lệnh).',
    en: 'The header Idempotency-Key is missing (a UUID that the client makes for each command).',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'rule',
    vi: 'Idempotency-Key này đã dùng cho một lệnh có nội dung khác.',
    en: 'This Idempotency-Key was used for a command with other content.',
  },
  IF_MATCH_MISSING: {
    kind: 'precondition_missing',
    vi: 'Thiếu tiêu đề If-Match: cần nêu phiên bản hồ sơ mà quyết định này dựa vào.',
    en: 'The header If-Match is missing: say which revision your decision rests on.',
  },
  REVISION_STALE: {
    kind: 'stale',
    vi: 'Hồ sơ đã thay đổi: bạn xem bản {expected}, hiện là bản {actual}. Đã có thêm: {events}.',
    en: 'It has changed meanwhile: you saw revision {expected}, it is now at {actual}. Since then: {events}.',
  },
  BODY_TOO_LARGE: {
    kind: 'too_large',
    vi: 'Nội dung gửi lên quá lớn (tối đa {limit}).',
    en: 'The request body is too large (limit {limit}).',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    kind: 'unsupported',
    vi: 'Chỉ nhận application/json.',
    en: 'Only application/json is accepted.',
  },
  // The store
  STORE_BUSY: {
    kind: 'unavailable',
    vi: 'Hệ thống đang bận, xin gửi lại sau ít giây. Chưa có gì thay đổi.',
    en: 'The system is busy; send it again in a few seconds. Nothing was changed.',
  },
  STORE_UNAVAILABLE: {
    kind: 'unavailable',
    vi: 'Kho sự kiện tạm thời không truy cập được. Xin gửi lại cùng Idempotency-Key.',
    en: 'The event store cannot be reached. Send it again with the same Idempotency-Key.',
  },
  EVENT_NOT_STORABLE: {
    kind: 'rule',
    vi: 'Nội dung không lưu được: {reason}.',
    en: 'The content cannot be stored: {reason}.',
  },
  // Who and when
  POSITION_NOT_ALLOWED: {
    kind: 'forbidden',
    vi: 'Vị trí của bạn không được thực hiện việc này; việc này thuộc: {roles}.',
    en: 'Your position may not do this; it belongs to: {roles}.',
  },
  OTHER_UNIT: { kind: 'forbidden', vi: 'Hồ sơ thuộc đơn vị khác.', en: 'It belongs to another unit.' },
  FOUR_EYES: {
    kind: 'forbidden',
    vi: 'Người đã {act} hồ sơ này không được làm bước này.',
    en: 'Who did “{act}” on this dossier may not do this step.',
  },
  NOT_POSSIBLE_AT_STEP: {
    kind: 'conflict',
    vi: 'Không thực hiện được ở bước “{step}”.',
    en: 'Not possible at the step “{step}”.',
  },
  EFFECTIVE_DATE_IN_FUTURE: {
    kind: 'rule',
    vi: 'Thời điểm có hiệu lực nằm ở tương lai.',
    en: 'The effective time lies in the future.',
  },
  BACKDATED_TOO_FAR: {
    kind: 'rule',
    vi: 'Chỉ được ghi lùi tối đa {limit} ngày làm việc.',
    en: 'It may be back-dated by at most {limit} working days.',
  },
  BACKDATING_NEEDS_REASON: { kind: 'rule', vi: 'Ghi lùi ngày phải nêu lý do.', en: 'Back-dating needs a reason.' },
  REASON_MISSING: { kind: 'rule', vi: 'Phải nêu lý do bằng văn bản.', en: 'A written reason is needed.' },
  // Law and procedure
  NO_PROCEDURE_IN_FORCE: {
    kind: 'rule',
    vi: 'Không có quy trình {procedure} còn hiệu lực vào ngày {date}.',
    en: 'No version of the procedure {procedure} is in force on {date}.',
  },
  SUBJECT_NOT_ALLOWED: {
    kind: 'rule',
    vi: 'Quy trình không áp dụng cho đối tượng: {subjects}.',
    en: 'The procedure does not cover: {subjects}.',
  },
  KIND_NOT_ALLOWED: {
    kind: 'rule',
    vi: 'Quy trình không áp dụng loại khen thưởng {kind}.',
    en: 'The procedure does not cover the kind {kind}.',
  },
  DOCUMENTS_MISSING: { kind: 'rule', vi: 'Hồ sơ còn thiếu: {missing}.', en: 'The dossier still lacks: {missing}.' },
  DOCUMENT_UNKNOWN: {
    kind: 'rule',
    vi: 'Quy trình không có thành phần hồ sơ {document}.',
    en: 'The procedure knows no document {document}.',
  },
  DOCUMENT_FORM_WRONG: {
    kind: 'rule',
    vi: 'Mẫu {form} của {decree} không đúng mẫu mà quy trình yêu cầu cho {document}.',
    en: 'Form {form} of {decree} is not the form the procedure asks for in {document}.',
  },
  DOSSIER_IS_SECRET: {
    kind: 'rule',
    vi: 'Hồ sơ mật: không đưa tệp vào hệ thống, chỉ ghi số, ngày và nơi giữ.',
    en: 'A secret dossier: no file enters the system, only number, date and custodian are kept.',
  },
  // Nominees
  NO_NOMINEES: { kind: 'rule', vi: 'Hồ sơ chưa có đối tượng nào.', en: 'The dossier has no nominee.' },
  TOO_MANY_NOMINEES: {
    kind: 'rule',
    vi: 'Mỗi hồ sơ tối đa {limit} đối tượng.',
    en: 'A dossier holds at most {limit} nominees.',
  },
  NOMINEE_TWICE: {
    kind: 'rule',
    vi: 'Đối tượng bị trùng trong hồ sơ: {nominees}.',
    en: 'Nominees stand twice: {nominees}.',
  },
  NOMINEE_UNKNOWN: {
    kind: 'rule',
    vi: 'Hồ sơ không có đối tượng: {nominees}.',
    en: 'The dossier has no such nominees: {nominees}.',
  },
  NOMINEES_NOT_COVERED: {
    kind: 'rule',
    vi: 'Còn đối tượng chưa có kết quả: {nominees}.',
    en: 'Nominees without a result: {nominees}.',
  },
  NOMINEE_NOT_ELIGIBLE: {
    kind: 'rule',
    vi: 'Đối tượng không đủ điều kiện ở bước này: {nominees}.',
    en: 'Nominees that do not qualify at this step: {nominees}.',
  },
  ONE_NOMINEE_MUST_STAY: {
    kind: 'rule',
    vi: 'Phải còn ít nhất một đối tượng ở lại hồ sơ.',
    en: 'At least one nominee must stay.',
  },
  // Council
  BALLOT_REQUIRED: {
    kind: 'rule',
    vi: 'Danh hiệu này phải bỏ phiếu; biên bản không thay được kết quả kiểm phiếu.',
    en: 'This title needs a ballot; minutes do not replace the count.',
  },
  QUORUM_MISSING: {
    kind: 'rule',
    vi: 'Chưa đủ thành viên dự họp: có mặt {present} trên {members}, cần {needed}.',
    en: 'No quorum: {present} of {members} present, {needed} needed.',
  },
  VOTES_EXCEED_VOTERS: {
    kind: 'rule',
    vi: 'Số phiếu của {nominee} ({votes}) nhiều hơn số người có mặt và gửi ý kiến ({voters}).',
    en: 'The votes for {nominee} ({votes}) exceed those present and by letter ({voters}).',
  },
  COUNCIL_COUNTS_IMPOSSIBLE: {
    kind: 'rule',
    vi: 'Số có mặt và số gửi ý kiến ({voters}) nhiều hơn số thành viên ({members}).',
    en: 'Present and written ({voters}) exceed the members ({members}).',
  },
  TELLERS_NOT_TWO: {
    kind: 'rule',
    vi: 'Kết quả kiểm phiếu phải do hai người kiểm phiếu khác nhau xác nhận.',
    en: 'The count needs two different tellers.',
  },
  THRESHOLD_NOT_REACHED: {
    kind: 'rule',
    vi: 'Đối tượng chưa đạt tỷ lệ phiếu: {nominees} (cần {needed} phiếu).',
    en: 'Nominees below the threshold: {nominees} ({needed} votes needed).',
  },
  // Decision
  DECISION_HAS_NO_RECIPIENTS: {
    kind: 'rule',
    vi: 'Quyết định phải có ít nhất một người nhận.',
    en: 'A decision needs at least one recipient.',
  },
  NOMINEE_IN_ANOTHER_DECISION: {
    kind: 'conflict',
    vi: 'Đối tượng đã nằm trong một quyết định khác: {nominees}.',
    en: 'Nominees stand in another decision already: {nominees}.',
  },
  DOSSIER_NOT_READY_FOR_DECISION: {
    kind: 'conflict',
    vi: 'Hồ sơ {dossier} chưa được duyệt để ra quyết định.',
    en: 'Dossier {dossier} is not approved for a decision.',
  },
  DECISION_NOT_IN_STATE: {
    kind: 'conflict',
    vi: 'Không thực hiện được khi quyết định ở trạng thái {state}.',
    en: 'Not possible while the decision is {state}.',
  },
  NUMBER_TAKEN_IN_OTHER_YEAR: {
    kind: 'conflict',
    vi: 'Quyết định đã lấy số {number} trong sổ năm {year}; hãy ban hành với ngày thuộc năm đó hoặc bỏ số.',
    en: 'The decision took number {number} in the register of {year}; issue it with a date of that year or give the number up.',
  },
  NOT_THE_DECIDING_BODY: {
    kind: 'forbidden',
    vi: 'Chỉ cơ quan đã quyết định mới được hủy.',
    en: 'Only the body that decided may cancel.',
  },
  CANCELLATION_GROUND_UNKNOWN: {
    kind: 'rule',
    vi: 'Căn cứ hủy không hợp lệ: {ground}.',
    en: 'Not a ground for cancelling: {ground}.',
  },
  AWARD_ALREADY_CANCELLED: {
    kind: 'rule',
    vi: 'Khen thưởng của {nominee} đã bị hủy trước đó.',
    en: 'The award of {nominee} is cancelled already.',
  },
  PRIZE_UNKNOWN: { kind: 'rule', vi: 'Chưa có mức tiền thưởng cho {subject}.', en: 'No prize is known for {subject}.' },
  // Corrections
  FACT_NOT_CORRECTABLE: {
    kind: 'rule',
    vi: 'Không đính chính được trường {field} của bản ghi {revision}.',
    en: 'The field {field} of revision {revision} cannot be corrected.',
  },
  FACT_DIFFERS: {
    kind: 'rule',
    vi: 'Giá trị cũ nêu ra không khớp bản ghi {revision}.',
    en: 'The old value given is not what revision {revision} says.',
  },
  // Clocks
  DEADLINE_NOT_OPEN: { kind: 'conflict', vi: 'Thời hạn này không còn chạy.', en: 'This deadline is not running.' },
  DEADLINE_NOT_YET_DUE: { kind: 'conflict', vi: 'Thời hạn này chưa đến.', en: 'This deadline is not due yet.' },
  CALENDAR_INCOMPLETE: {
    kind: 'rule',
    vi: 'Lịch làm việc năm {year} chưa được nhập.',
    en: 'The working calendar of {year} has not been entered.',
  },
  CALENDAR_MALFORMED: {
    kind: 'malformed',
    vi: 'Lịch làm việc không dùng được: {issues}.',
    en: 'The working calendar cannot be used: {issues}.',
  },
  LIMIT_UNKNOWN: {
    kind: 'rule',
    vi: 'Chưa rõ thời hạn {clock} trong quy trình.',
    en: 'The limit {clock} is unknown in the procedure.',
  },
  ...startUpErrors,
});

export type ErrorCode = keyof typeof errorCatalogue;
