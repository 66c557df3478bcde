import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import type { FactValue } from './act-values.js';

const NOT_SHOWN: ReadonlySet<string> = new Set(['birthDate', 'code']);

/** Answers how a value that is corrected is written for people. What readers are not shown is not shown here either. */
export function useFactText(
  procedure: ProcedureDocument | undefined,
): (fact: Pick<FactValue, 'field'>, value: string) => string {
  const { t } = useTranslation('act');
  const say = useSay();
  return ({ field }, value) => {
    if (value === '') return t(NOT_SHOWN.has(field) ? 'notShown' : 'notStated');
    if (field === 'sex' || field === 'standing') return t(`choices.${field}.${value}` as never);
    if (field === 'discipline' && value === 'none') return t('choices.discipline.none');
    if (field === 'birthDate' || field === 'discipline') return day(value);
    const grade = field === 'grade' ? procedure?.grades?.find(({ code }) => code === value) : undefined;
    return grade ? say(grade.names) : value;
  };
}
