import { define } from './error-text.js';

/** Why a list of earlier awards is not taken, a line not struck, a recipient not recognised. */
export const awardHistoryErrors = define({
  PAST_AWARDS_KNOWN_ALREADY: {
    kind: 'conflict',
    vi: 'Tệp này đã được nhập.',
    en: 'This file was imported already.',
  },
  PAST_AWARD_LINE_FAULTY: {
    kind: 'rule',
    vi: 'Dòng thiếu khen thưởng (chỉ để trống khi danh sách được xác nhận đầy đủ) hoặc ghi ngày sinh cho tập thể, hộ gia đình: {lines}.',
    en: 'Lines without an award (left out only where the list is said to be whole), or with a birth date of a collective or household: {lines}.',
  },
  PAST_AWARD_IN_FUTURE: {
    kind: 'rule',
    vi: 'Ngày quyết định ở tương lai, dòng: {lines}.',
    en: 'Decided in the future, lines: {lines}.',
  },
  PAST_AWARD_MERIT_IN_FUTURE: {
    kind: 'rule',
    vi: 'Năm thành tích sau năm nay ({year}), dòng: {lines}.',
    en: 'A year of merit after this one ({year}), lines: {lines}.',
  },
  PAST_AWARD_CODE_UNKNOWN: {
    kind: 'rule',
    vi: 'Danh mục không có mã khen thưởng, dòng: {lines}.',
    en: 'The catalogue has no such award, lines: {lines}.',
  },
  PAST_AWARD_TWICE: { kind: 'rule', vi: 'Dòng trùng nhau: {lines}.', en: 'Lines that say the same: {lines}.' },
  PAST_AWARD_UNKNOWN: {
    kind: 'rule',
    vi: 'Không có dòng {line} trong danh sách đã nhập.',
    en: 'There is no line {line} in that list.',
  },
  PAST_AWARD_STRUCK_ALREADY: {
    kind: 'conflict',
    vi: 'Dòng {line} đã bị gạch.',
    en: 'Line {line} is struck already.',
  },
  RECOGNISED_ITSELF: {
    kind: 'rule',
    vi: 'Không thể xác nhận một đối tượng với chính dòng của nó.',
    en: 'A nominee cannot be recognised in its own line.',
  },
});
