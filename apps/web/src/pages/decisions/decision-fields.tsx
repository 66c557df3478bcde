import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ComboboxField, DateField, SelectField, TextArea, TextField } from '../../components/index.js';
import { type DecisionRead, nextNumberQuery, type Recipients } from './decisions.js';
import { type DecisionAct, type DecisionValues, grounds } from './decision-values.js';
import { SignerFields, type SignerNames } from './signer-fields.js';

interface DecisionFieldsProps {
  readonly act: DecisionAct;
  readonly form: UseFormReturn<DecisionValues>;
  readonly decision: DecisionRead;
  readonly recipients: Recipients['items'];
  readonly names: SignerNames;
}

/** What an act on a decision asks for. */
export function DecisionFields({ act, form, decision, recipients, names }: DecisionFieldsProps): ReactElement {
  const { t } = useTranslation('decisions');
  const values = form.watch();
  const cancelled = new Set(
    decision.recipients.filter((each) => each.cancelled).map(({ dossierId, nomineeId }) => `${dossierId} ${nomineeId}`),
  );
  const ofRecipient = act === 'cancel-award' || act === 'restore-award';
  if (act === 'issue') return <Issue form={form} decision={decision} names={names} />;
  return (
    <>
      {ofRecipient && (
        <ComboboxField
          label={t('fields.recipient')}
          required
          id="decision-recipient"
          value={values.recipient === '' ? [] : [values.recipient]}
          onChange={(all) => form.setValue('recipient', all[0] ?? '')}
          choices={recipients
            .map(({ dossierId, nomineeId, name, unit }) => ({
              value: `${dossierId} ${nomineeId}`,
              label: `${name}, ${unit}`,
            }))
            .filter(({ value }) => cancelled.has(value) === (act === 'restore-award'))}
        />
      )}
      {act === 'cancel-award' && (
        <SelectField
          label={t('fields.ground')}
          required
          id="decision-ground"
          placeholder={t('choose')}
          choices={grounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          {...form.register('ground')}
        />
      )}
      <TextArea label={t('fields.reason')} required id="decision-reason" {...form.register('reason')} />
    </>
  );
}

function Issue({ form, decision, names }: Pick<DecisionFieldsProps, 'form' | 'decision' | 'names'>): ReactElement {
  const { t } = useTranslation('decisions');
  const { date, sign } = form.watch();
  const { data: next } = useQuery({
    ...nextNumberQuery(decision.bodyId, decision.series, date.slice(0, 4)),
    enabled: date !== '',
  });
  return (
    <>
      <DateField
        label={t('fields.date')}
        required
        id="decision-date"
        value={date}
        onChange={(day) => form.setValue('date', day ?? '')}
      />
      <TextField
        label={t('fields.sign')}
        required
        id="decision-sign"
        help={next === undefined ? t('fields.signHint') : t('fields.nextNumber', { number: next, sign: sign.trim() })}
        {...form.register('sign')}
      />
      <SignerFields form={form} names={names} />
    </>
  );
}
