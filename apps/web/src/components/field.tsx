import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.js';
import { Mark } from './mark.js';
import './field.css';

/** What a control must carry so that its label, help and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps {
  readonly label: ReactNode;
  /** Small words beside the label: an example, when it is needed. */
  readonly hint?: ReactNode;
  /** Help under the label. */
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The id of the control: what an error summary links to. */
  readonly id?: string;
  readonly className?: string;
}

/** A label with its control, help and error. */
export function Field({
  label,
  hint,
  help,
  error,
  required = false,
  id,
  className,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }): ReactElement {
  const { t } = useTranslation('components');
  const made = useId();
  const own = id ?? made;
  const described = [help !== undefined && `${own}-help`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('vd-field', error && 'vd-field-wrong', className)}>
      <label className="vd-label" htmlFor={own}>
        {label} {hint !== undefined ? <span className="vd-hint">{hint}</span> : null}
        {!required && hint === undefined ? <span className="vd-hint">{t('field.optional')}</span> : null}
      </label>
      {help !== undefined && (
        <p id={`${own}-help`} className="vd-hint">
          {help}
        </p>
      )}
      {children({
        id: own,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
      {error && (
        <p id={`${own}-error`} className="vd-field-error">
          <Mark name="over" />
          {error}
        </p>
      )}
    </div>
  );
}
