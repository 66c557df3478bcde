import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { composed, DateField, SelectField, TextField, useSay } from '../../components/index.js';
import type { FactValue } from './act-values.js';

const choicesOf: Readonly<Record<string, readonly string[]>> = {
  sex: ['female', 'male'],
  standing: ['direct_worker', 'leader'],
};

interface FactNewProps {
  readonly fact: FactValue;
  readonly grades: NonNullable<ProcedureDocument['grades']>;
  readonly onChange: (fact: FactValue) => void;
  readonly error: string | undefined;
}

/** What is right, by the control that fits the field. */
export function FactNew({ fact, grades, onChange, error }: FactNewProps): ReactElement {
  const { t } = useTranslation('act');
  const say = useSay();
  const put = (value: string) => onChange({ ...fact, new: value });
  const common = { label: t('fields.factNew'), required: true, error };
  const { field } = fact;
  const named = field === 'grade' ? grades.map(({ code, names }) => ({ value: code, label: say(names) })) : undefined;
  const choices =
    named ?? choicesOf[field]?.map((each) => ({ value: each, label: t(`choices.${field}.${each}` as never) }));
  if (choices)
    return (
      <SelectField
        {...common}
        value={fact.new}
        onChange={(event) => put(event.target.value)}
        placeholder={t('choose')}
        choices={choices}
      />
    );
  if (field === 'birthDate') return <DateField {...common} value={fact.new} onChange={(day) => put(day ?? '')} />;
  if (field === 'discipline') return <Discipline key={fact.revision} put={put} value={fact.new} common={common} />;
  return (
    <TextField
      {...common}
      {...(field === 'meritYear' ? { inputMode: 'numeric' as const } : {})}
      value={fact.new}
      onChange={(event) => put(composed(event.target.value))}
    />
  );
}

/** None, or a term that ended on a day. */
function Discipline({
  value,
  put,
  common,
}: {
  readonly value: string;
  readonly put: (value: string) => void;
  readonly common: { readonly label: string; readonly required: boolean; readonly error: string | undefined };
}): ReactElement {
  const { t } = useTranslation('act');
  const [ended, setEnded] = useState(value !== '' && value !== 'none');
  return (
    <>
      <SelectField
        {...common}
        value={ended ? 'ended' : value}
        onChange={(event) => {
          setEnded(event.target.value === 'ended');
          put(event.target.value === 'none' ? 'none' : '');
        }}
        placeholder={t('choose')}
        choices={(['none', 'ended'] as const).map((each) => ({ value: each, label: t(`choices.discipline.${each}`) }))}
      />
      {ended && (
        <DateField
          label={t('fields.disciplineEnded')}
          required
          value={value === 'none' ? '' : value}
          onChange={(day) => put(day ?? '')}
        />
      )}
    </>
  );
}
