import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { day as dayText } from '../format/dates.js';
import { parseDay } from '../format/days.js';
import { Field, type FieldProps } from './field.js';

const DayPicker = lazy(() => import('./day-picker.js'));

interface DateFieldProps extends FieldProps {
  /** The day as `2026-08-27`; empty for none. What was typed and is no day is told by `onChange(null)`. */
  readonly value: string;
  readonly onChange: (day: string | null) => void;
  readonly name?: string;
}

/** A day typed as offices write it (dd/mm/yyyy, and as people shorten it), or picked from a calendar that loads when asked for. */
export function DateField({ value, onChange, name, ...field }: DateFieldProps): ReactElement {
  const { t } = useTranslation('components');
  const [typed, setTyped] = useState(value ? dayText(value) : '');
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value ? dayText(value) : '');
  }, [value]);
  const tell = (day: string | null) => {
    told.current = day ?? '';
    onChange(day);
  };
  const type = (text: string) => {
    setTyped(text);
    setWrong(false);
    tell(text.trim() === '' ? '' : parseDay(text));
  };
  const settle = () => {
    const day = parseDay(typed);
    if (day) setTyped(dayText(day));
    setWrong(typed.trim() !== '' && day === null);
  };
  const error = field.error ?? (wrong ? t('date.wrong') : undefined);
  return (
    <Field {...field} hint={field.hint ?? t(field.required ? 'date.example' : 'date.exampleIfAny')} error={error}>
      {(control) => (
        <div className="vd-date">
          <input
            {...control}
            className="vd-input"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            name={name}
            value={typed}
            onChange={(event) => type(event.target.value)}
            onBlur={settle}
          />
          <Button icon="calendar" aria-label={t('date.open')} aria-expanded={open} onClick={() => setOpen(!open)} />
          {open && (
            <Suspense fallback={null}>
              <DayPicker
                value={value}
                onClose={() => setOpen(false)}
                onPick={(day) => {
                  setTyped(dayText(day));
                  setWrong(false);
                  tell(day);
                  setOpen(false);
                }}
              />
            </Suspense>
          )}
        </div>
      )}
    </Field>
  );
}
