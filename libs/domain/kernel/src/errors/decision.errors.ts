import { define } from './error-text.js';

/** Why a decision is not drafted, issued, given up or cancelled, and an award not restored. */
export const decisionErrors = define({
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
  DECISION_MIXES_AWARDS: {
    kind: 'rule',
    vi: 'Một quyết định chỉ cho một danh hiệu hoặc hình thức khen thưởng; các hồ sơ này gồm: {awards}.',
    en: 'One decision is for one award; these dossiers are for: {awards}.',
  },
  TOO_MANY_RECIPIENTS: {
    kind: 'rule',
    vi: 'Mỗi quyết định tối đa {limit} người nhận.',
    en: 'A decision holds at most {limit} recipients.',
  },
  NOMINEES_NOT_ENTERED: {
    kind: 'conflict',
    vi: 'Hồ sơ chưa ghi nhận các đối tượng này vào dự thảo: {nominees}.',
    en: 'The dossiers have not entered these nominees in this draft: {nominees}.',
  },
  DECISION_DOSSIER_SUSPENDED: {
    kind: 'conflict',
    vi: 'Hồ sơ {dossier} đang tạm dừng để xác minh.',
    en: 'Dossier {dossier} is suspended while something is verified.',
  },
  DECISION_DATED_BEFORE_DRAFT: {
    kind: 'rule',
    vi: 'Ngày quyết định {date} trước ngày dự thảo {drafted}.',
    en: 'The date {date} lies before the day of the draft, {drafted}.',
  },
  DECISION_NOT_IN_STATE: {
    kind: 'conflict',
    vi: 'Không thực hiện được khi quyết định {state}.',
    en: 'Not possible while the decision is {state}.',
  },
  NUMBER_TAKEN_IN_OTHER_YEAR: {
    kind: 'conflict',
    vi: 'Quyết định đã lấy số {number} trong sổ năm {year}; hãy ban hành với ngày thuộc năm đó hoặc bỏ số.',
    en: 'The decision took number {number} in the register of {year}; issue it with a date of that year or give the number up.',
  },
  SIGNER_NEEDS_MANDATE: {
    kind: 'rule',
    vi: 'Ký {capacity} phải có văn bản ủy quyền.',
    en: 'Who signs {capacity} needs a written mandate.',
  },
  SIGNER_MANDATE_PASSED_ON: {
    kind: 'rule',
    vi: 'Người được ủy quyền không được ủy quyền lại.',
    en: 'Who signs by a mandate may not have it from somebody who had it himself.',
  },
  SIGNER_MANDATE_DATED_LATER: {
    kind: 'rule',
    vi: 'Văn bản ủy quyền, thừa lệnh ghi ngày {dated}, sau ngày ký {date}.',
    en: 'The mandate is dated {dated}, later than the signature of {date}.',
  },
  SIGNER_MANDATE_NOT_RUNNING: {
    kind: 'rule',
    vi: 'Văn bản ủy quyền có hiệu lực từ {from} đến {to}, không gồm ngày {date}.',
    en: 'The mandate runs from {from} to {to}, which does not take in {date}.',
  },
  SIGNER_MANDATE_OUT_OF_SCOPE: {
    kind: 'rule',
    vi: 'Văn bản ủy quyền không gồm {award}.',
    en: 'The mandate is not for {award}.',
  },
  NOT_THE_DECIDING_BODY: {
    kind: 'forbidden',
    vi: 'Chỉ cơ quan đã quyết định mới được hủy hoặc phục hồi.',
    en: 'Only the body that decided may cancel or restore.',
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
  AWARD_NOT_CANCELLED: {
    kind: 'rule',
    vi: 'Khen thưởng của {nominee} không bị hủy nên không có gì để phục hồi.',
    en: 'The award of {nominee} is not cancelled, so there is nothing to restore.',
  },
  RESTORATION_NOT_PROVIDED: {
    kind: 'rule',
    vi: 'Quy trình của danh hiệu, hình thức khen thưởng này không quy định việc phục hồi.',
    en: 'The procedure of this award does not provide for restoring it.',
  },
  PRIZES_DIFFER: {
    kind: 'rule',
    vi: 'Các hồ sơ theo phiên bản quy trình có mức tiền thưởng khác nhau cho {subject}; hãy ra các quyết định riêng.',
    en: 'The dossiers stand under versions with different prizes for {subject}; they need decisions of their own.',
  },
  BASE_SALARY_UNKNOWN: {
    kind: 'rule',
    vi: 'Chưa có mức lương cơ sở cho ngày {date}.',
    en: 'No base salary is known for {date}.',
  },
  PRIZE_UNKNOWN: { kind: 'rule', vi: 'Chưa có mức tiền thưởng cho {subject}.', en: 'No prize is known for {subject}.' },
});
