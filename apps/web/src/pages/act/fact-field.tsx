import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { SelectField, TextField } from '../../components/index.js';
import { claimFields, fieldId, type FactValue } from './act-values.js';
import { useFactText } from './fact-text.js';
import { FactNew } from './fact-new.js';

type Nominee = Dossier['nominees'][number];

/** What can be corrected: of the dossier, and of a nominee. */
const dossierFields = ['title', 'cluster'] as const;
const nomineeFields = ['name', 'unit', 'cluster', 'grade', 'code', ...claimFields] as const;
/** What only people have. */
const personFields = ['sex', 'standing', 'birthDate'] as const;
/** What every nominee has from the beginning: where nothing is shown, there is nothing to correct. */
const alwaysStated: readonly string[] = ['title', 'name', 'unit', 'grade'];

const isClaim = (field: string): field is (typeof claimFields)[number] =>
  (claimFields as readonly string[]).includes(field);

/** What is stated now, as the dossier has it. */
function statedIn(dossier: Dossier, nominee: Nominee | undefined, field: string): unknown {
  const from: unknown = isClaim(field) ? nominee?.claims : (nominee ?? dossier);
  return (from as Readonly<Record<string, unknown>> | undefined)?.[field];
}

/** … and as it is typed. */
function textOfStated(stated: unknown): string {
  if (typeof stated === 'string' || typeof stated === 'number') return String(stated);
  const discipline = stated as { readonly none: boolean; readonly endedOn?: string } | undefined;
  return discipline === undefined ? '' : (discipline.endedOn ?? 'none');
}

/** The revision that states what holds. */
function revisionOf(dossier: Dossier, nominee: Nominee | undefined, field: string): number {
  const at = isClaim(field) ? 'claims' : field;
  if (!nominee)
    return ((dossier.statedAt as Readonly<Record<string, readonly number[] | undefined>>)[at] ?? []).at(-1) ?? 0;
  return (nominee.statedAt as Readonly<Record<string, number | undefined>>)[at] ?? nominee.statedAt.others;
}

/** A fact that was recorded wrongly: whose, which, what it says now and what is right. The old record stays. */
export function FactField({
  dossier,
  value,
  onChange,
  error,
}: {
  readonly dossier: Dossier;
  readonly value: unknown;
  readonly onChange: (fact: FactValue | undefined) => void;
  readonly error: string | undefined;
}): ReactElement {
  const { t } = useTranslation('act');
  const procedure = useProcedureOf(dossier);
  const text = useFactText(procedure);
  const fact = value as FactValue | undefined;
  const [about, setAbout] = useState(fact?.nomineeId ?? '');
  const nominee = dossier.nominees.find(({ id }) => id === about);
  const ofNominee = nominee?.kind === 'individual' ? [...nomineeFields, ...personFields] : nomineeFields;
  const fields: readonly string[] = nominee ? ofNominee : dossierFields;
  const choose = (field: string) => {
    const stated = statedIn(dossier, nominee, field);
    onChange(
      field === ''
        ? undefined
        : {
            revision: revisionOf(dossier, nominee, field),
            ...(nominee && { nomineeId: nominee.id }),
            field,
            old: textOfStated(stated),
            new: '',
            ...(isClaim(field) && stated !== undefined ? { stated } : {}),
          },
    );
  };
  const isThere = (field: string): boolean =>
    statedIn(dossier, nominee, field) !== undefined || (nominee !== undefined && !alwaysStated.includes(field));
  return (
    <>
      <SelectField
        label={t('fields.factAbout')}
        required
        value={about}
        onChange={(event) => {
          setAbout(event.target.value);
          onChange(undefined);
        }}
        placeholder={t('factOfDossier')}
        choices={dossier.nominees.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` }))}
      />
      <SelectField
        label={t('fields.factField')}
        required
        id={fieldId('fact')}
        error={fact === undefined ? error : undefined}
        value={fact?.field ?? ''}
        onChange={(event) => choose(event.target.value)}
        placeholder={t('choose')}
        choices={fields.filter(isThere).map((field) => ({ value: field, label: t(`facts.${field}` as never) }))}
      />
      {fact && (
        <>
          <TextField
            label={t('fields.factOld', { revision: fact.revision })}
            required
            readOnly
            value={text(fact, fact.old)}
          />
          <FactNew fact={fact} grades={procedure?.grades ?? []} onChange={onChange} error={error} />
        </>
      )}
    </>
  );
}
