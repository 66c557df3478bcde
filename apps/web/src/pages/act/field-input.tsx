import type { ReactElement } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, Dossier } from '../../api/dossier.js';
import {
  CheckField,
  ComboboxField,
  composed,
  DateField,
  type FormError,
  RadioCards,
  SelectField,
  TextArea,
  TextField,
} from '../../components/index.js';
import type { FieldSpec } from './act-forms.js';
import { type ActValues, fieldId } from './act-values.js';
import { ApprovalsField } from './approvals-field.js';
import { useChoices } from './choices.js';
import { FactField } from './fact-field.js';
import { ItemsField } from './items-field.js';
import { useLabels } from './labels.js';

interface FieldInputProps {
  readonly act: string;
  readonly field: FieldSpec;
  readonly form: UseFormReturn<ActValues>;
  readonly dossier: Dossier;
  readonly outcomes: NonNullable<AllowedCommand['outcomes']>;
  readonly error: string | undefined;
  readonly errors: readonly FormError[];
}

/** More than so many ways, and a list to type in is quicker than one to read. */
const MANY = 12;
const FEW = 4;

/** The control of one field. */
export function FieldInput(props: FieldInputProps): ReactElement {
  const { act, field, form, dossier, outcomes, error, errors } = props;
  const { t } = useTranslation('act');
  const { label, hint } = useLabels(act);
  const choices = useChoices(field, dossier, outcomes);
  const { name } = field;
  const required = 'required' in field && (field.required ?? false);
  const own = hint(name);
  const common = { label: label(name), required, error, id: fieldId(name), ...(own !== undefined && { hint: own }) };
  const day = (at: string, words: string, needed: boolean) => (
    <Controller
      key={at}
      name={at}
      control={form.control}
      render={({ field: { value, onChange } }) => (
        <DateField
          label={words}
          required={needed}
          id={fieldId(at)}
          error={errors.find((each) => each.field === fieldId(at))?.text}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )}
    />
  );
  switch (field.kind) {
    case 'text':
      return <TextField {...common} {...form.register(name, { setValueAs: composedText })} />;
    case 'number':
      return <TextField {...common} inputMode="numeric" {...form.register(name)} />;
    case 'area':
      return <TextArea {...common} {...form.register(name, { setValueAs: composedText })} />;
    case 'day':
      return day(name, label(name), required);
    case 'tick':
      return <CheckField label={label(name)} {...form.register(name)} />;
    case 'letter':
      return (
        <div className="vd-form-row">
          <TextField
            label={label('letter.number')}
            hint={required ? hint('letter.number') : t('optionalHint', { hint: hint('letter.number') })}
            required={required}
            id={fieldId('letter.number')}
            error={errors.find((each) => each.field === fieldId('letter.number'))?.text}
            {...form.register('letter.number', { setValueAs: composedText })}
          />
          {day('letter.date', label('letter.date'), required)}
        </div>
      );
    case 'nominees':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <ComboboxField
              {...common}
              multiple
              value={Array.isArray(value) ? (value as string[]) : []}
              onChange={onChange}
              choices={dossier.nominees.map((nominee) => ({
                value: nominee.id,
                label: `${nominee.name}, ${nominee.unit}`,
              }))}
            />
          )}
        />
      );
    case 'items':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <ItemsField dossier={dossier} value={value} onChange={onChange} error={error} />
          )}
        />
      );
    case 'approvals':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <ApprovalsField dossier={dossier} value={value} onChange={onChange} errors={errors} />
          )}
        />
      );
    case 'fact':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <FactField dossier={dossier} value={value} onChange={onChange} error={error} />
          )}
        />
      );
    case 'choice':
  }
  return (
    <Controller
      name={name}
      control={form.control}
      render={({ field: { value, onChange } }) => {
        const chosen = typeof value === 'string' ? value : '';
        if (choices.length > MANY)
          return (
            <ComboboxField
              {...common}
              value={chosen === '' ? [] : [chosen]}
              onChange={(all) => onChange(all[0] ?? '')}
              choices={choices}
            />
          );
        if (required && choices.length <= FEW && choices.length > 0 && field.of !== 'openDeadlines')
          return (
            <RadioCards
              legend={common.label}
              id={common.id}
              error={error}
              value={chosen === '' ? undefined : chosen}
              onChange={onChange}
              choices={choices.map(({ value: each, label: words, disabled }) => ({
                value: each,
                label: words,
                ...(disabled && { refused: t('notNow') }),
              }))}
            />
          );
        return (
          <SelectField
            {...common}
            value={chosen}
            onChange={(event) => onChange(event.target.value)}
            choices={choices}
            placeholder={t('choose')}
          />
        );
      }}
    />
  );
}

const composedText = (text: unknown): unknown => (typeof text === 'string' ? composed(text) : text);
