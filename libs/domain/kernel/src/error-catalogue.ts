import { actingErrors } from './errors/acting.errors.js';
import { awardHistoryErrors } from './errors/award-history.errors.js';
import { calendarErrors } from './errors/calendar.errors.js';
import { campaignErrors } from './errors/campaign.errors.js';
import { consultationErrors } from './errors/consultation.errors.js';
import { csvErrors } from './errors/csv.errors.js';
import { decisionErrors } from './errors/decision.errors.js';
import { documentsErrors } from './errors/documents.errors.js';
import { dossierErrors } from './errors/dossier.errors.js';
import { define } from './errors/error-text.js';
import { notificationsErrors } from './errors/notifications.errors.js';
import { organizationErrors } from './errors/organization.errors.js';
import { papersErrors } from './errors/papers.errors.js';
import { partsErrors } from './errors/parts.errors.js';
import { procedureErrors } from './errors/procedure.errors.js';
import { readingErrors } from './errors/reading.errors.js';
import { signInErrors } from './errors/sign-in.errors.js';
import { startUpErrors } from './errors/start-up.errors.js';
import { submissionErrors } from './errors/submission.errors.js';
import { webhookErrors } from './errors/webhook.errors.js';
import { workErrors } from './errors/work.errors.js';
import { statisticsErrors } from './errors/statistics.errors.js';

export type { ErrorKind } from './errors/error-text.js';

/** Every reason this system gives for not doing something: one stable code per cause, said in both languages. */
export const errorCatalogue = define({
  ...consultationErrors,
  ...csvErrors,
  ...notificationsErrors,
  ...papersErrors,
  ...statisticsErrors,
  // Requests
  MALFORMED_REQUEST: {
    kind: 'malformed',
    vi: 'Yêu cầu không đúng định dạng: {issues}.',
    en: 'The request is malformed: {issues}.',
  },
  UNKNOWN_COMMAND: { kind: 'not_found', vi: 'Không có lệnh {command}.', en: 'There is no command {command}.' },
  NOT_FOUND: { kind: 'not_found', vi: 'Không tìm thấy {what}.', en: '{what} was not found.' },
  METHOD_NOT_ALLOWED: {
    kind: 'method_not_allowed',
    vi: 'Địa chỉ này chỉ nhận: {allowed}.',
    en: 'This address takes only: {allowed}.',
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
  ...signInErrors,
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
    vi: 'Người đã làm việc “{act}” của hồ sơ này không được làm bước này.',
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
  PROCEDURE_NOT_LOADED: {
    kind: 'unavailable',
    vi: 'Quy trình {procedure} mà hồ sơ gắn với chưa được nạp đúng nội dung.',
    en: 'The procedure {procedure} to which the dossier is bound is not loaded with the same content.',
  },
  VERSION_DOES_NOT_FIT: {
    kind: 'rule',
    vi: 'Phiên bản {version} đang có hiệu lực không tiếp nhận được hồ sơ ở bước {step}: phiên bản ấy không có bước này ở cấp này.',
    en: 'Version {version}, now in force, cannot receive the dossier at {step}: it has no such step at this level.',
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
  DOCUMENTS_MISSING: {
    kind: 'rule',
    vi: 'Hồ sơ còn thiếu ở bước {step}: {missing}.',
    en: 'At {step} the dossier still lacks: {missing}.',
  },
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
  ...procedureErrors,
  ...partsErrors,
  ...documentsErrors,
  ...dossierErrors,
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
  SESSION_MISSING: {
    kind: 'rule',
    vi: 'Kết quả của Hội đồng cần ghi phiên họp: ngày, biên bản, số thành viên, số có mặt.',
    en: 'A council’s answer needs its session: day, minutes, members, and how many were present.',
  },
  SESSION_NOT_HERE: {
    kind: 'rule',
    vi: 'Phiên họp Hội đồng chỉ ghi cùng kết quả biểu quyết; bước {step} không có.',
    en: 'A session of a council is recorded with its answer only; there is none at {step}.',
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
  ...awardHistoryErrors,
  ...decisionErrors,
  ...organizationErrors,
  ...actingErrors,
  ...workErrors,
  // Clocks
  DEADLINE_NOT_OPEN: { kind: 'conflict', vi: 'Thời hạn này không còn chạy.', en: 'This deadline is not running.' },
  DEADLINE_NOT_YET_DUE: { kind: 'conflict', vi: 'Thời hạn này chưa đến.', en: 'This deadline is not due yet.' },
  ...calendarErrors,
  ...campaignErrors,
  ...submissionErrors,
  ...webhookErrors,
  ...readingErrors,
  ...startUpErrors,
});

export type ErrorCode = keyof typeof errorCatalogue;
