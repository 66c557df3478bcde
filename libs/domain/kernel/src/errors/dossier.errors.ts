import { define } from './error-text.js';

/** Why a dossier does not take an act, whoever asks: its place, its nominees, its corrections. */
export const dossierErrors = define({
  // Place and time
  DOSSIER_SUSPENDED: {
    kind: 'conflict',
    vi: 'Hồ sơ đang tạm dừng để xác minh; chỉ có thể tiếp tục, rút, tách đối tượng, đính chính hoặc xác định độ mật.',
    en: 'The dossier is suspended while something is verified; it can only be resumed, withdrawn, split, corrected or classified.',
  },
  DOSSIER_NOT_SUSPENDED: {
    kind: 'conflict',
    vi: 'Hồ sơ không ở trạng thái tạm dừng.',
    en: 'The dossier is not suspended.',
  },
  EFFECTIVE_BEFORE_STEP: {
    kind: 'rule',
    vi: 'Thời điểm có hiệu lực sớm hơn lúc hồ sơ đến bước này ({since}).',
    en: 'The effective time lies before the moment at which the dossier came to this step ({since}).',
  },
  OUTCOME_UNKNOWN: {
    kind: 'rule',
    vi: 'Bước {step} không có kết quả {outcome}; các kết quả: {outcomes}.',
    en: 'The step {step} has no outcome {outcome}; its outcomes: {outcomes}.',
  },
  WINDOW_NOT_OVER: {
    kind: 'rule',
    vi: 'Chưa hết thời gian {clock} (hết lúc: {until}).',
    en: 'The time of {clock} is not over (it ends: {until}).',
  },
  PROCEDURE_NOT_RECEIVABLE: {
    kind: 'rule',
    vi: 'Chưa tiếp nhận hồ sơ {procedure}: quy trình chưa được đọc.',
    en: 'No dossiers for {procedure} are taken: its procedure has not been read.',
  },
  SAME_AWARD: {
    kind: 'rule',
    vi: 'Hồ sơ này đã đề nghị {procedure}; hãy chọn hình thức khen thưởng khác, hoặc tách đối tượng.',
    en: 'This dossier proposes {procedure} already; choose another award, or detach the nominees.',
  },
  NO_OTHER_AWARD: {
    kind: 'rule',
    vi: 'Không có hình thức khen thưởng khác đang có hiệu lực, cùng loại khen thưởng và nhận đối tượng của hồ sơ.',
    en: 'No other award is in force for this kind of commendation that takes nominees of this dossier.',
  },
  DATE_IN_FUTURE: { kind: 'rule', vi: 'Ngày {date} nằm ở tương lai.', en: 'The day {date} lies in the future.' },
  ANSWER_DAY_TOO_EARLY: {
    kind: 'rule',
    vi: 'Hạn trả lời {date} phải sau ngày yêu cầu.',
    en: 'The answer day {date} must lie after the day of the request.',
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
  NO_QUALIFIED_NOMINEE: {
    kind: 'rule',
    vi: 'Không còn đối tượng nào đủ điều kiện; hồ sơ cần được trả lại.',
    en: 'No nominee qualifies any more; the dossier should be returned.',
  },
  NOMINEE_DETAIL_NOT_ALLOWED: {
    kind: 'rule',
    vi: 'Giới tính, vị trí công tác và ngày sinh chỉ ghi cho cá nhân; xem dòng: {nominees}.',
    en: 'Sex, standing and date of birth are of individuals only; see the lines: {nominees}.',
  },
  COUNCIL_MEMBERS_DIFFER: {
    kind: 'rule',
    vi: 'Lúc khai mạc Hội đồng có {counted} thành viên theo tổ chức, không phải {members}.',
    en: 'When the session opened the council had {counted} members by the organization, not {members}.',
  },
  SESSION_OPENED_ON_OTHER_DAY: {
    kind: 'rule',
    vi: 'Phiên họp ngày {date} không thể khai mạc lúc {opened}.',
    en: 'A session of {date} cannot have opened at {opened}.',
  },
  GRADE_MISSING: {
    kind: 'rule',
    vi: 'Danh hiệu, hình thức này có nhiều hạng ({grades}); chưa ghi hạng đề nghị cho: {nominees}.',
    en: 'This award has several grades ({grades}); none is named for: {nominees}.',
  },
  GRADE_UNKNOWN: {
    kind: 'rule',
    vi: 'Hạng đề nghị không có trong quy trình (các hạng: {grades}); xem: {nominees}.',
    en: 'A grade that the procedure does not have (its grades: {grades}); see: {nominees}.',
  },
  PREREQUISITE_NOT_MET: {
    kind: 'rule',
    vi: 'Đối tượng không đáp ứng điều kiện “{criterion}”: {nominees}.',
    en: 'Nominees that do not meet the condition “{criterion}”: {nominees}.',
  },
  QUOTA_EXCEEDED: {
    kind: 'rule',
    vi: 'Vượt chỉ tiêu trong năm: còn {left}, đề nghị {asked}. Theo số phiếu, không còn chỗ cho: {out}.',
    en: 'More than the places of the year: {left} left, {asked} asked for. By their votes there is no place for: {out}.',
  },
  TIE_NEEDS_REASON: {
    kind: 'rule',
    vi: 'Bằng phiếu ở chỗ cuối cùng ({nominees}): phải theo thứ tự ưu tiên nữ hoặc nêu lý do.',
    en: 'Equal votes for the last place ({nominees}): women come first, or a reason is needed.',
  },
  ACHIEVEMENT_TAKEN: {
    kind: 'rule',
    vi: 'Thành tích {taken} của {nominees} đã được đề nghị khen ở hồ sơ {dossiers}.',
    en: 'The achievements {taken} of {nominees} are proposed for an award in dossier {dossiers} already.',
  },
  INITIATIVE_TAKEN: {
    kind: 'rule',
    vi: 'Sáng kiến {taken} của {nominees} đã dùng ở hồ sơ {dossiers}.',
    en: 'The initiatives {taken} of {nominees} are used in dossier {dossiers} already.',
  },
  VERDICT_NEEDS_DEVIATION: {
    kind: 'rule',
    vi: 'Kết luận khác với đề xuất của hệ thống ({criterion}) thì phải nêu lý do: {nominees}.',
    en: 'A verdict other than the system’s proposal ({criterion}) needs a reason: {nominees}.',
  },
  ONE_NOMINEE_MUST_STAY: {
    kind: 'rule',
    vi: 'Phải còn ít nhất một đối tượng đang được xét ở lại hồ sơ.',
    en: 'At least one nominee that is still in question must stay.',
  },
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
  CITATION_RESERVED: {
    kind: 'rule',
    vi: 'Thành tích, sáng kiến đã giữ chỗ khi tiếp nhận; không thể thêm bằng đính chính cho: {nominees}.',
    en: 'Achievements and initiatives were taken by the receipt; a correction cannot add any for: {nominees}.',
  },
  GRADE_DECIDED: {
    kind: 'rule',
    vi: 'Người có thẩm quyền đã quyết định hạng của {nominees}; không đính chính được nữa.',
    en: 'The authority has decided on the grade of {nominees}; it cannot be corrected any more.',
  },
  CORRECTION_CHANGES_NOTHING: {
    kind: 'rule',
    vi: 'Giá trị mới giống giá trị cũ.',
    en: 'The new value is the old one.',
  },
});
