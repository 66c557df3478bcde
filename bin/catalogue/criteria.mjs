// What an award asks of those who are proposed: tests that are computed, and conditions in words that an officer judges.
import { readFileSync } from 'node:fs';

const templates = JSON.parse(
  readFileSync(new URL('../../procedures/templates/criteria.json', import.meta.url), 'utf8'),
);

const NOT_READ = {
  id: 'standards-not-read',
  names: {
    vi: 'Tiêu chuẩn xét tặng: chưa đọc văn bản quy định',
    en: 'Standards of the award: the text has not been read',
  },
  source: 'Chưa tìm thấy văn bản',
  confidence: 'unknown',
};

/** An award's own criteria, and those that all awards share; one of which nothing was read says so. */
export function criteriaOf({ code, subjects, family }) {
  const own = templates[code] ?? {};
  const shared = templates['*'].prerequisites.filter(
    (criterion) => !criterion.subjects || criterion.subjects.some((subject) => subjects.includes(subject)),
  );
  const nothingRead = family !== 'F8' && !own.prerequisites && !own.conditions;
  const conditions = own.conditions ?? (nothingRead ? [NOT_READ] : []);
  return {
    prerequisites: [...(family === 'F8' ? [] : shared), ...(own.prerequisites ?? [])],
    ...(conditions.length > 0 ? { conditions } : {}),
    ...Object.fromEntries(['uncounted', 'quota', 'onceOnly'].flatMap((key) => (own[key] ? [[key, own[key]]] : []))),
  };
}
