import { Select } from 'antd';
import type { ReactElement } from 'react';
import { plain } from '../../format/plain.js';
import type { ControlProps } from '../field.js';
import type { Choice } from '../text-fields.js';
import { OfficeProvider } from './office-provider.js';

export interface ComboboxProps {
  readonly control: ControlProps;
  readonly choices: readonly Choice[];
  readonly value: string | readonly string[] | undefined;
  readonly multiple: boolean;
  readonly placeholder: string;
  readonly nothing: string;
  readonly onChange: (value: readonly string[]) => void;
}

/** A list to type in: loads when a form has one. */
export default function Combobox({
  control,
  choices,
  value,
  multiple,
  placeholder,
  nothing,
  onChange,
}: ComboboxProps): ReactElement {
  const { id, ...aria } = control;
  return (
    <OfficeProvider>
      <Select
        {...aria}
        id={id}
        className="vd-combobox"
        showSearch={{
          filterOption: (typed, option) => plain(option?.label ?? '').includes(plain(typed)),
        }}
        {...(multiple ? { mode: 'multiple' as const } : {})}
        options={choices.map(({ value: own, label, disabled = false }) => ({ value: own, label, disabled }))}
        value={value === '' ? undefined : (value as string | string[] | undefined)}
        placeholder={placeholder}
        notFoundContent={nothing}
        onChange={(chosen: string | string[] | undefined) => onChange(chosen === undefined ? [] : [chosen].flat())}
      />
    </OfficeProvider>
  );
}
