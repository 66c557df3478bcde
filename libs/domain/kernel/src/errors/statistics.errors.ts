import { define } from './error-text.js';

/** Why figures are not counted. */
export const statisticsErrors = define({
  STATISTICS_TOO_MANY_GROUPS: {
    kind: 'malformed',
    vi: 'Kết quả có hơn {limit} nhóm. Hãy đếm theo ít tiêu chí hơn hoặc lọc thêm.',
    en: 'The answer has more than {limit} groups. Count by less, or filter.',
  },
});
