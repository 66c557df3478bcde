import type { ProcedureDocument } from '../language/procedure.schema.js';
import { levelNameOf } from '../words/role-words.js';
import { type Entity, inBoth, plain, sourceFields, told } from './entity.js';

/** Days of the year by which dossiers should have come to a level; told by where they stand in the file, as they have no code. */
export const windowEntities = (procedure: ProcedureDocument): readonly Entity[] =>
  (procedure.windows ?? []).map(({ names, level, latest, ...sourced }, index) => ({
    path: `windows.${index}`,
    section: 'limits' as const,
    names: inBoth((language) => `“${names[language]}”`),
    fields: [
      plain('names.vi', 'limits', { vi: 'tên', en: 'Vietnamese name' }, names.vi),
      plain('names.en', 'limits', { vi: 'tên tiếng Anh', en: 'English name' }, names.en),
      told('level', 'limits', { vi: 'cấp', en: 'level' }, level, (language) => levelNameOf(procedure, level, language)),
      plain('latest.day', 'limits', { vi: 'chậm nhất (tháng-ngày)', en: 'at the latest (month-day)' }, latest.day),
      plain(
        'latest.yearsAfterMerit',
        'limits',
        { vi: 'số năm sau năm lập thành tích', en: 'years after that of the merit' },
        latest.yearsAfterMerit,
      ),
      ...sourceFields('', sourced),
    ],
  }));
