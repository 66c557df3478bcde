import type { Bilingual, Language } from '#libs/domain/kernel';
import { nomineeKindNames } from '../procedure-words.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { type Entity, inBoth, plain, sourceFields, told, valueText } from './entity.js';

/** Prizes as a multiple of the base salary, by subject; those of each grade of an award beside them. */
export const prizeEntities = ({ prize, grades = [] }: ProcedureDocument): readonly Entity[] => [
  ...prizesOf(
    prize,
    '',
    inBoth((language) => ({ vi: 'tiền thưởng', en: 'prize' })[language]),
  ),
  ...grades.flatMap(({ code, names, prize: own }) => {
    const path = `grades.${code}`;
    const grade: Entity = {
      path,
      section: 'procedure',
      names: inBoth((language) => `${{ vi: 'hạng', en: 'grade' }[language]} “${names[language]}”`),
      fields: [
        plain('names.vi', 'procedure', { vi: 'tên', en: 'Vietnamese name' }, names.vi),
        plain('names.en', 'procedure', { vi: 'tên tiếng Anh', en: 'English name' }, names.en),
      ],
    };
    const prizeNames = inBoth((language) => `${{ vi: 'tiền thưởng', en: 'prize' }[language]} “${names[language]}”`);
    return [grade, ...prizesOf(own, `${path}.`, prizeNames).map((entity) => ({ ...entity, within: path }))];
  }),
];

const prizesOf = (prize: ProcedureDocument['prize'], prefix: string, names: Bilingual): readonly Entity[] =>
  (['individual', 'collective', 'household'] as const).map((subject) => {
    const multiple = prize[subject];
    const value = multiple && ('value' in multiple ? multiple.value : `${multiple.numerator}/${multiple.denominator}`);
    return {
      path: `${prefix}prize.${subject}`,
      section: 'prize' as const,
      names: inBoth((language) => `${names[language]}, ${nomineeKindNames[subject][language]}`),
      fields: [
        told('', 'prize', { vi: '', en: '' }, value, (language) =>
          multiple && !('value' in multiple) ? multipleText(multiple, language) : valueText(value, language),
        ),
        ...sourceFields('', multiple),
      ],
    };
  });

function multipleText(
  { numerator, denominator }: { numerator: number; denominator: number },
  language: Language,
): string {
  const value = numerator / denominator;
  const exact = Number.isInteger(value * 100) ? String(value) : `${numerator}/${denominator}`;
  const shown = language === 'vi' ? exact.replace('.', ',') : exact;
  return { vi: `${shown} lần mức lương cơ sở`, en: `${shown} times the base salary` }[language];
}
