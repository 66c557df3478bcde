import type { InputHTMLAttributes, ReactElement, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.js';
import { Field, type FieldProps } from './field.js';

type Own<Attributes> = FieldProps & Omit<Attributes, keyof FieldProps>;

/** Vietnamese as it is stored: composed (NFC), so that the same word is the same text whatever keyboard wrote it. */
export const composed = (text: string): string => text.normalize('NFC');

const fieldOf = ({ label, hint, help, error, required, id, className }: FieldProps): FieldProps => ({
  label,
  ...(hint !== undefined && { hint }),
  ...(help !== undefined && { help }),
  error,
  ...(required !== undefined && { required }),
  ...(id !== undefined && { id }),
  ...(className !== undefined && { className }),
});

function withoutField<Props extends FieldProps>(props: Props): Omit<Props, keyof FieldProps> {
  const { label: _l, hint: _h, help: _p, error: _e, required: _r, id: _i, className: _c, ...rest } = props;
  return rest;
}

/** One line of text. `inputMode="numeric"` for numbers: they are typed, not rolled by a wheel. */
export function TextField(
  props: Own<InputHTMLAttributes<HTMLInputElement>> & { readonly ref?: Ref<HTMLInputElement> },
): ReactElement {
  return (
    <Field {...fieldOf(props)}>
      {(control) => <input type="text" autoComplete="off" {...withoutField(props)} {...control} className="vd-input" />}
    </Field>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea(
  props: Own<TextareaHTMLAttributes<HTMLTextAreaElement>> & { readonly ref?: Ref<HTMLTextAreaElement> },
): ReactElement {
  return (
    <Field {...fieldOf(props)}>
      {(control) => <textarea rows={3} {...withoutField(props)} {...control} className="vd-input vd-textarea" />}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** The heading under which it stands in a native list; those of one heading follow one another. */
  readonly group?: string;
}

/** One of a few. A native list: keyboards, phones and screen readers know it. */
export function SelectField({
  choices,
  placeholder,
  ...props
}: Own<SelectHTMLAttributes<HTMLSelectElement>> & {
  readonly choices: readonly Choice[];
  /** The line for “nothing chosen yet”. */
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLSelectElement>;
}): ReactElement {
  return (
    <Field {...fieldOf(props)}>
      {(control) => (
        <select {...withoutField(props)} {...control} className="vd-input vd-select">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          <Options choices={choices} />
        </select>
      )}
    </Field>
  );
}

function Options({ choices }: { readonly choices: readonly Choice[] }): ReactElement {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return (
    <>
      {[...groups].map(([group, own]) => {
        const options = own.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ));
        return group === undefined ? (
          options
        ) : (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        );
      })}
    </>
  );
}

/** A choice in a bar of filters: small, its name before its value. */
export function FilterSelect({
  label,
  choices,
  all,
  ...rest
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The words for no filter. */
  readonly all?: string;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'>): ReactElement {
  return (
    <label className="vd-filter">
      <span>{label}</span>
      <select {...rest}>
        {all !== undefined && <option value="">{all}</option>}
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A box to tick, with its words. */
export function CheckField({
  label,
  className,
  ...rest
}: { readonly label: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
    readonly ref?: Ref<HTMLInputElement>;
  }): ReactElement {
  return (
    <label className={classNames('vd-check', className)}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
