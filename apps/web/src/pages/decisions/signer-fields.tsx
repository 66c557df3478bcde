import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/names.js';
import { CheckField, ComboboxField, DateField, SelectField, TextField, useSay } from '../../components/index.js';
import { capacities, type DecisionValues, NEEDS_MANDATE } from './decision-values.js';

export type SignerNames = ReadonlyMap<string, { readonly name: string; readonly title: string }>;

/** Who signs, in what capacity, and by which mandate where the capacity asks for one (R44). */
export function SignerFields({
  form,
  names,
}: {
  readonly form: UseFormReturn<DecisionValues>;
  readonly names: SignerNames;
}): ReactElement {
  const { t } = useTranslation('decisions');
  const values = form.watch();
  return (
    <>
      <ComboboxField
        label={t('fields.signer')}
        required
        id="decision-signer"
        value={values.signer === '' ? [] : [values.signer]}
        onChange={(all) => form.setValue('signer', all[0] ?? '')}
        choices={[...names].map(([value, { name, title }]) => ({ value, label: `${name}, ${title}` }))}
      />
      <SelectField
        label={t('fields.capacity')}
        required
        choices={capacities.map((value) => ({
          value,
          label: t(`capacities.${value.replace('.', '')}` as never),
        }))}
        {...form.register('capacity')}
      />
      {values.capacity === NEEDS_MANDATE && <Mandate form={form} />}
    </>
  );
}

function Mandate({ form }: { readonly form: UseFormReturn<DecisionValues> }): ReactElement {
  const { t } = useTranslation('decisions');
  const say = useSay();
  const { data: procedures } = useQuery(proceduresQuery);
  const awards = [...new Map((procedures?.items ?? []).map(({ code, names }) => [code, say(names)]))];
  const values = form.watch();
  const dayField = (name: 'mandateDate' | 'mandateFrom' | 'mandateTo') => (
    <DateField
      label={t(`fields.${name}`)}
      required
      id={`decision-${name}`}
      value={values[name]}
      onChange={(day) => form.setValue(name, day ?? '')}
    />
  );
  return (
    <fieldset className="decisions-mandate">
      <legend className="vd-label">{t('fields.mandate')}</legend>
      <TextField
        label={t('fields.mandateNumber')}
        required
        id="decision-mandateNumber"
        {...form.register('mandateNumber')}
      />
      {dayField('mandateDate')}
      {dayField('mandateFrom')}
      {dayField('mandateTo')}
      <ComboboxField
        label={t('fields.mandateScope')}
        required
        multiple
        id="decision-mandateScope"
        value={values.mandateScope}
        onChange={(all) => form.setValue('mandateScope', all)}
        choices={awards.map(([value, label]) => ({ value, label }))}
      />
      <CheckField
        label={t('fields.redelegated')}
        checked={values.redelegated}
        onChange={(event) => form.setValue('redelegated', event.target.checked)}
      />
    </fieldset>
  );
}
