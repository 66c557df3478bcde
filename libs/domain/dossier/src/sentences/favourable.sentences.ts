import { because } from './phrases.js';
import type { Sentences } from './sentence.js';

export const favourableSentences: Sentences<'FavourableRuleApplied'> = {
  FavourableRuleApplied: {
    vi: ({ data }) =>
      `Áp dụng quy định có lợi hơn ${data.rule} của bản ${data.version.version}${because(data.reason, 'vi')}`,
    en: ({ data }) =>
      `Applied the more favourable rule ${data.rule} of the version ${data.version.version}${because(data.reason, 'en')}`,
  },
};
