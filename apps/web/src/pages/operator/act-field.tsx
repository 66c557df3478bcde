import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CheckField,
  type Choice,
  ComboboxField,
  DateField,
  SelectField,
  TextArea,
  TextField,
} from '../../components/index.js';

/** A field of an act: how it is typed, and what may stand in it. */
export interface ActField {
  readonly name: string;
  /** `line` is the usual one; `find` is one of many, `many` several, kept with commas between. */
  readonly kind?: 'line' | 'lines' | 'day' | 'choice' | 'find' | 'many' | 'tick';
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  readonly initial?: string;
}

/** What was typed, by the names of the fields; a box that is ticked says `yes`. */
export type ActValues = Readonly<Record<string, string>>;

/** One field of an act. Ids are made of the form's, so that its errors lead to it. */
export function ActInput({
  field,
  id,
  value,
  error,
  onChange,
}: {
  readonly field: ActField;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation('operator');
  const { kind = 'line', label, help, required = false, choices = [] } = field;
  const usual = { id, label, required, error, ...(help === undefined ? {} : { help }) };
  switch (kind) {
    case 'lines':
      return <TextArea {...usual} value={value} maxLength={2_000} onChange={({ target }) => onChange(target.value)} />;
    case 'day':
      return <DateField {...usual} value={value} onChange={(day) => onChange(day ?? '')} />;
    case 'choice':
      return (
        <SelectField
          {...usual}
          placeholder={t('choose')}
          choices={choices}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'find':
    case 'many':
      return (
        <ComboboxField
          {...usual}
          multiple={kind === 'many'}
          choices={choices}
          value={value === '' ? [] : value.split(',')}
          onChange={(all) => onChange(all.join(','))}
        />
      );
    case 'tick':
      return (
        <CheckField
          id={id}
          label={label}
          checked={value === 'yes'}
          onChange={({ target }) => onChange(target.checked ? 'yes' : '')}
        />
      );
    default:
      return <TextField {...usual} value={value} maxLength={500} onChange={({ target }) => onChange(target.value)} />;
  }
}
