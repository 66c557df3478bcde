import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ComboboxField, DateField, SelectField, TextArea, TextField } from '../../components/index.js';
import type { LetterAct, LetterValues } from './letter-values.js';
import { goesTo, type Letter, waitingQuery } from './submissions.js';

interface LetterFieldsProps {
  readonly act: LetterAct;
  readonly form: UseFormReturn<LetterValues>;
  readonly letter: Letter;
}

/** What an act on a letter asks for. */
export function LetterFields({ act, form, letter }: LetterFieldsProps): ReactElement {
  const { t } = useTranslation('submissions');
  const { date } = form.watch();
  switch (act) {
    case 'send':
      return (
        <>
          <TextField label={t('fields.number')} required id="letter-number" {...form.register('number')} />
          <DateField
            label={t('fields.date')}
            required
            id="letter-date"
            value={date}
            onChange={(day) => form.setValue('date', day ?? '', { shouldDirty: true })}
          />
        </>
      );
    case 'add-dossiers':
      return <Added form={form} letter={letter} />;
    case 'remove-dossier':
      return (
        <SelectField
          label={t('fields.removed')}
          required
          id="letter-removed"
          placeholder={t('choose')}
          choices={letter.dossiers.map(({ dossierId, title }) => ({ value: dossierId, label: title ?? dossierId }))}
          {...form.register('removed')}
        />
      );
    case 'abandon':
      return <TextArea label={t('fields.reason')} required id="letter-reason" {...form.register('reason')} />;
    default:
      return <p className="vd-meta">{t('receiveHint')}</p>;
  }
}

/** Dossiers that go the way of the letter and stand on none. */
function Added({ form, letter }: Pick<LetterFieldsProps, 'form' | 'letter'>): ReactElement {
  const { t } = useTranslation('submissions');
  const { added } = form.watch();
  const { data: waiting } = useQuery(waitingQuery);
  const choices = (waiting ?? [])
    .filter((each) => goesTo(each, letter.to))
    .map(({ dossierId, title }) => ({ value: dossierId, label: title }));
  return (
    <ComboboxField
      label={t('fields.added')}
      required
      multiple
      id="letter-added"
      help={waiting && choices.length === 0 ? t('fields.noneToAdd') : undefined}
      value={added.filter((id) => choices.some(({ value }) => value === id))}
      onChange={(all) => form.setValue('added', all, { shouldDirty: true })}
      choices={choices}
    />
  );
}
