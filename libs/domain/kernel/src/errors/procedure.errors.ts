import { define } from './error-text.js';

/** Why the procedure of an award is not drafted, tried, published or ended. */
export const procedureErrors = define({
  PROCEDURE_CODE_DIFFERS: {
    kind: 'rule',
    vi: 'Tệp là quy trình {code}, không phải {expected}.',
    en: 'The document is the procedure {code}, not {expected}.',
  },
  PROCEDURE_TOO_LONG: {
    kind: 'too_large',
    vi: 'Quy trình dài {length} ký tự, tối đa {limit}.',
    en: 'The procedure has {length} letters, at most {limit} are kept.',
  },
  PROCEDURE_VERSION_PUBLISHED: {
    kind: 'conflict',
    vi: 'Bản {version} đã công bố, không sửa được; hãy lập bản khác.',
    en: 'The version {version} was published and is never changed; draft another one.',
  },
  PROCEDURE_VERSION_UNKNOWN: {
    kind: 'conflict',
    vi: 'Không có bản {version} đã công bố.',
    en: 'No version {version} was published.',
  },
  PROCEDURE_DRAFT_UNKNOWN: {
    kind: 'conflict',
    vi: 'Không có bản nháp {version}.',
    en: 'There is no draft {version}.',
  },
  PROCEDURE_DRAFT_CHANGED: {
    kind: 'conflict',
    vi: 'Bản nháp {version} đã khác nội dung bạn xem.',
    en: 'The draft {version} has another content than the one you saw.',
  },
  PROCEDURE_OWN_DRAFT: {
    kind: 'forbidden',
    vi: 'Người soạn bản nháp {version} không được tự công bố; cần người thứ hai.',
    en: 'Who wrote the draft {version} may not publish it; a second person has to.',
  },
  PROCEDURE_FAULTY: {
    kind: 'rule',
    vi: 'Bản nháp {version} có {count} lỗi: {faults}.',
    en: 'The draft {version} has {count} faults: {faults}.',
  },
  PROCEDURE_NOT_TRIED: {
    kind: 'rule',
    vi: 'Bản nháp {version} chưa được chạy thử đúng nội dung này.',
    en: 'The draft {version} was not tried in a dry run with exactly this content.',
  },
  PROCEDURE_DAYS_WRONG: {
    kind: 'rule',
    vi: 'Ngày hết hiệu lực {until} phải sau ngày đầu {from}.',
    en: 'The end {until} must lie after the first day {from}.',
  },
  PROCEDURE_DAY_TAKEN: {
    kind: 'rule',
    vi: 'Đến {from} bản {version} đã có hiệu lực, hồ sơ đã tiếp nhận theo bản đó; hãy chọn ngày sau hôm nay.',
    en: 'On {from} the version {version} was in force, and dossiers were received under it; choose a day after today.',
  },
  PROCEDURE_PERIODS_OVERLAP: {
    kind: 'conflict',
    vi: 'Bản {version} đã công bố có hiệu lực từ {from}; hãy nêu ngày hết hiệu lực trước đó, hoặc kết thúc bản ấy.',
    en: 'The version {version} was published to be in force from {from}; end before that day, or end that version.',
  },
  PROCEDURE_ENDED_ALREADY: {
    kind: 'conflict',
    vi: 'Bản {version} đã hết nhận hồ sơ từ {until}.',
    en: 'The version {version} takes no dossiers from {until} on already.',
  },
  PROCEDURE_DRY_RUN_UNKNOWN: {
    kind: 'not_found',
    vi: 'Chưa có lần chạy thử nào của bản {version}.',
    en: 'There is no dry run of the version {version}.',
  },
  NO_FAVOURABLE_RULE: {
    kind: 'rule',
    vi: 'Chưa có bản quy trình nào ban hành sau, đang có hiệu lực, ghi quy định có lợi hơn cho hồ sơ này.',
    en: 'No later version in force marks a rule as more favourable for this dossier.',
  },
  NOT_MORE_FAVOURABLE: {
    kind: 'rule',
    vi: 'Bản {version} không ghi {ruleName} là quy định có lợi hơn bản mà hồ sơ đang áp dụng.',
    en: 'The version {version} does not mark {ruleName} as more favourable than what the dossier is bound to.',
  },
});
