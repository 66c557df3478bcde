import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from './field.js';
import type { Choice } from './text-fields.js';

const Combobox = lazy(() => import('./antd/combobox.js'));

interface ComboboxFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly multiple?: boolean;
}

/** One or several of many, found by typing, with or without marks. */
export function ComboboxField({
  choices,
  value,
  onChange,
  multiple = false,
  ...field
}: ComboboxFieldProps): ReactElement {
  const { t } = useTranslation('components');
  return (
    <Field {...field}>
      {(control) => (
        <Suspense fallback={<div className="vd-input" aria-busy="true" />}>
          <Combobox
            control={control}
            choices={choices}
            value={multiple ? value : value[0]}
            multiple={multiple}
            placeholder={t('combobox.placeholder')}
            nothing={t('combobox.nothing')}
            onChange={onChange}
          />
        </Suspense>
      )}
    </Field>
  );
}
