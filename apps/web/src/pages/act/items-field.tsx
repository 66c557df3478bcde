import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { CheckField, Mark, TextField, useSay } from '../../components/index.js';
import { fieldId, type ItemValue } from './act-values.js';

/** What the unit has to bring: papers by their names, each with a note, and a line for anything else. */
export function ItemsField({
  dossier,
  value,
  onChange,
  error,
}: {
  readonly dossier: Dossier;
  readonly value: unknown;
  readonly onChange: (items: readonly ItemValue[]) => void;
  readonly error: string | undefined;
}): ReactElement {
  const { t } = useTranslation('act');
  const say = useSay();
  const procedure = useProcedureOf(dossier);
  const items = Array.isArray(value) ? (value as readonly ItemValue[]) : [];
  const find = (document: string) => items.find((item) => item.document === document);
  const put = (document: string, note: string | null) => {
    const others = items.filter((item) => item.document !== document);
    onChange(note === null ? others : [...others, { document, note }]);
  };
  const other = find('');
  return (
    <fieldset className="act-items" aria-describedby={error ? `${fieldId('items')}-error` : undefined}>
      <legend className="vd-label">{t('fields.items')}</legend>
      {(procedure?.documents ?? []).map(({ code, names }, at) => {
        const item = find(code);
        return (
          <div key={code}>
            <CheckField
              id={at === 0 ? fieldId('items') : undefined}
              label={say(names)}
              checked={item !== undefined}
              onChange={(event) => put(code, event.target.checked ? '' : null)}
            />
            {item && (
              <TextField
                label={t('fields.itemNote')}
                value={item.note}
                onChange={(event) => put(code, event.target.value)}
              />
            )}
          </div>
        );
      })}
      <TextField
        label={t('fields.itemOther')}
        value={other?.note ?? ''}
        onChange={(event) => put('', event.target.value === '' ? null : event.target.value)}
      />
      {error && (
        <p id={`${fieldId('items')}-error`} className="vd-field-error">
          <Mark name="over" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
