import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, Dossier } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { KeyValues, Note, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import type { FieldSpec } from './act-forms.js';
import {
  type ActValues,
  type ApprovalValue,
  type FactValue,
  isRegraded,
  type ItemValue,
  textOf,
} from './act-values.js';
import { useChoices } from './choices.js';
import { useFactText } from './fact-text.js';
import { HandedIn } from './handed-in.js';
import { useLabels } from './labels.js';

interface ReviewProps {
  readonly act: string;
  readonly fields: readonly FieldSpec[];
  readonly values: ActValues;
  readonly dossier: Dossier;
  readonly outcomes: NonNullable<AllowedCommand['outcomes']>;
}

/** What will be recorded, as it will be read, before it is. */
export function Review({ act, fields, values, dossier, outcomes }: ReviewProps): ReactElement {
  const { t } = useTranslation('act');
  return (
    <>
      <Note kind="soon">{t('review')}</Note>
      {act === 'submit' && <HandedIn dossier={dossier} />}
      {fields.map((field) => (
        <ReviewLine key={field.name} act={act} field={field} values={values} dossier={dossier} outcomes={outcomes} />
      ))}
    </>
  );
}

function ReviewLine({
  act,
  field,
  values,
  dossier,
  outcomes,
}: Omit<ReviewProps, 'fields'> & { readonly field: FieldSpec }): ReactElement | null {
  const { t } = useTranslation('act');
  const say = useSay();
  const { label } = useLabels(act);
  const choices = useChoices(field, dossier, outcomes);
  const procedure = useProcedureOf(dossier);
  const gradeName = (code: string) => {
    const grade = procedure?.grades?.find((each) => each.code === code);
    return grade ? say(grade.names) : code;
  };
  const valueText = useFactText(procedure);
  const names = (ids: readonly string[]) =>
    ids.map((id) => dossier.nominees.find((nominee) => nominee.id === id)?.name ?? id).join(', ');
  const { name } = field;
  const lines = ((): readonly (readonly [string, string])[] => {
    switch (field.kind) {
      case 'letter': {
        const number = textOf(values, 'letter.number');
        return number === ''
          ? []
          : [
              [label('letter.number'), number],
              [label('letter.date'), day(textOf(values, 'letter.date'))],
            ];
      }
      case 'nominees':
        return Array.isArray(values[name]) && values[name].length > 0
          ? [[label(name), names(values[name] as string[])]]
          : [];
      case 'items':
        return [
          [
            t('fields.items'),
            (values[name] as readonly ItemValue[])
              .map(({ document, note }) => {
                const paper = procedure?.documents.find(({ code }) => code === document);
                return [paper ? say(paper.names) : undefined, note || undefined]
                  .filter((text) => text !== undefined)
                  .join(': ');
              })
              .join('; '),
          ],
        ];
      case 'approvals': {
        const all = values[name] as readonly ApprovalValue[];
        return [
          [t('approve'), names(all.filter(({ approved }) => approved).map(({ nomineeId }) => nomineeId)) || '–'],
          ...all
            .filter(({ approved }) => !approved)
            .map(({ nomineeId, reason }): [string, string] => [`${t('refuse')}: ${names([nomineeId])}`, reason]),
          ...all
            .filter(isRegraded)
            .map(({ nomineeId, grade = '', gradeReason = '' }): [string, string] => [
              `${gradeName(grade)}: ${names([nomineeId])}`,
              gradeReason,
            ]),
        ];
      }
      case 'fact': {
        const fact = values[name] as FactValue;
        return [
          [t('fields.factOld', { revision: fact.revision }), valueText(fact, fact.old)],
          [t('fields.factNew'), valueText(fact, fact.new)],
        ];
      }
      case 'day':
        return textOf(values, name) === '' ? [] : [[label(name), day(textOf(values, name))]];
      case 'choice':
        return textOf(values, name) === ''
          ? []
          : [[label(name), choices.find(({ value }) => value === textOf(values, name))?.label ?? textOf(values, name)]];
      case 'tick':
        return [[label(name), t(values[name] === true ? 'yes' : 'no')]];
      default:
        return textOf(values, name) === '' ? [] : [[label(name), textOf(values, name)]];
    }
  })();
  return lines.length === 0 ? null : <KeyValues items={lines} />;
}
