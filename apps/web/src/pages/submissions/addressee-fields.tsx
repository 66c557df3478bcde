import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/names.js';
import { ComboboxField, SelectField, TextField, useSay } from '../../components/index.js';
import { type NewLetter, OUTSIDE } from './letter-values.js';
import type { Waiting } from './submissions.js';

/** What a new letter is called, and to whom it goes: a level, and the body that stands for it where one works here. */
export function AddresseeFields({
  form,
  level,
  levels,
  ways,
  unitId,
}: {
  readonly form: UseFormReturn<NewLetter>;
  readonly level: string;
  readonly levels: readonly (readonly [string, Waiting['ways'][number]['name']])[];
  readonly ways: Waiting['ways'];
  readonly unitId: string;
}): ReactElement {
  const { t } = useTranslation('submissions');
  const say = useSay();
  const { data: units } = useQuery(unitsQuery);
  const addressee = form.watch('addressee');
  const bodies = [...(units ?? [])]
    .filter(([id]) => id !== unitId)
    .map(([value, names]) => ({ value, label: say(names) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
  const outside = ways.some((way) => way.outside) ? [{ value: OUTSIDE, label: t('fields.outside') }] : [];
  const toBody = ways.some((way) => way.toBody);
  return (
    <>
      <TextField label={t('fields.title')} required id="letter-title" {...form.register('title')} />
      <SelectField
        label={t('fields.level')}
        required
        id="letter-level"
        choices={levels.map(([value, name]) => ({ value, label: say(name) }))}
        value={level}
        onChange={(event) => {
          form.setValue('level', event.target.value, { shouldDirty: true });
          form.setValue('addressee', '', { shouldDirty: true });
        }}
      />
      {toBody && (
        <ComboboxField
          label={t('fields.addressee')}
          required
          id="letter-addressee"
          help={outside.length > 0 ? t('fields.addresseeHelp') : undefined}
          value={addressee === '' ? [] : [addressee]}
          onChange={(all) => form.setValue('addressee', all[0] ?? '', { shouldDirty: true })}
          choices={[...outside, ...bodies]}
        />
      )}
    </>
  );
}
