import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { Dossier } from '../../api/dossier.js';
import { ComboboxField, DateField, RadioCards, TextArea, TextField } from '../../components/index.js';
import type { CouncilValues } from './council-values.js';

/** When the council met, by which minutes, who was there, and by whom it was counted. */
export function SessionFields({
  form,
  dossier,
}: {
  readonly form: UseFormReturn<CouncilValues>;
  readonly dossier: Dossier;
}): ReactElement {
  const { t } = useTranslation('council');
  const method = form.watch('method');
  const { data: people } = useQuery({
    queryKey: ['unit', dossier.bodyId, 'people'],
    queryFn: ({ signal }) =>
      told(api.GET('/api/v1/units/{id}/people', { params: { path: { id: dossier.bodyId } }, signal })),
    retry: false,
  });
  const tellers = [
    ...new Map(
      (people?.positions ?? []).flatMap(({ people: here }) =>
        here.map(({ accountId, name }) => [accountId, name ?? accountId] as const),
      ),
    ),
  ].map(([value, label]) => ({ value, label }));
  const dayField = (name: 'heldOn' | 'minutesDate') => (
    <Controller
      name={name}
      control={form.control}
      render={({ field: { value, onChange } }) => (
        <DateField
          label={t(`fields.${name}`)}
          required
          id={`council-${name}`}
          value={value ?? ''}
          onChange={(day) => onChange(day ?? '')}
        />
      )}
    />
  );
  const number = (name: 'members' | 'present' | 'written') => (
    <TextField
      label={t(`fields.${name}`)}
      required
      id={`council-${name}`}
      inputMode="numeric"
      {...form.register(name)}
    />
  );
  return (
    <>
      <Controller
        name="method"
        control={form.control}
        render={({ field: { value, onChange } }) => (
          <RadioCards
            legend={t('fields.method')}
            value={value}
            onChange={onChange}
            choices={[
              { value: 'minutes', label: t('fields.minutes'), help: t('fields.minutesHelp') },
              { value: 'ballot', label: t('fields.ballot'), help: t('fields.ballotHelp') },
            ]}
          />
        )}
      />
      <div className="vd-form-row">
        {dayField('heldOn')}
        <TextField
          label={t('fields.minutesNumber')}
          required
          id="council-minutesNumber"
          {...form.register('minutesNumber')}
        />
        {dayField('minutesDate')}
      </div>
      <div className="vd-form-row">
        {number('members')}
        {number('present')}
        {number('written')}
      </div>
      {method === 'ballot' && (
        <Controller
          name="tellers"
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <ComboboxField
              label={t('fields.tellers')}
              required
              id="council-tellers"
              multiple
              value={value}
              onChange={onChange}
              choices={tellers}
            />
          )}
        />
      )}
      <TextArea label={t('fields.opinions')} hint={t('fields.opinionsHint')} {...form.register('opinions')} />
    </>
  );
}
