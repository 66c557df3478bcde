import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { type AllowedCommand, type Dossier } from '../../api/dossier.js';
import { useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import { Button, ErrorSummary, type FormError, Note, useSay, useToast, useGround } from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { type CommandHeaders, useCommand } from '../../forms/use-command.js';
import { refusedInNames } from '../../forms/refused-in-names.js';
import { useDraft } from '../../forms/use-draft.js';
import { type ActForm as Form, type FieldSpec } from './act-forms.js';
import { type ActValues, bodyOf, fieldId, missingIn, pathOf } from './act-values.js';
import { Conflict } from './conflict.js';
import { FieldInput } from './field-input.js';
import { useLabels } from './labels.js';
import { Review } from './review.js';

interface ActFormProps {
  readonly act: string;
  readonly name: string;
  readonly form: Form;
  readonly dossier: Dossier;
  readonly outcomes: NonNullable<AllowedCommand['outcomes']>;
  /** What is chosen already, by where one came from. */
  readonly given: ActValues;
}

/** Fills in, looks once more where it cannot be taken back, sends once; keeps every letter until it is accepted. */
export function ActForm(props: ActFormProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <FormOf {...props} account={me.id} /> : <></>;
}

function FormOf({
  act,
  name,
  form,
  dossier,
  outcomes,
  given,
  account,
}: ActFormProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('act');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const unit = useUnitNames();
  const labels = useLabels(act);
  const draftPlace = { account, subject: dossier.id, form: act };
  const hook = useForm<ActValues>({ defaultValues: { ...emptyValues(form.fields), ...given } });
  const keptAt = useDraft(hook, draftPlace);
  const [review, setReview] = useState(false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useCommand<ActValues, { readonly position: string }>({
    place: draftPlace,
    revision: dossier.revision,
    send: (values, headers) => sendAct(dossier.id, act, form.fields, values, (id) => unit(id).vi, headers),
    accepted: ({ position }) => {
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/ho-so/$id', params: { id: dossier.id } });
    },
  });
  const reasonNeeded =
    act === 'complete-step' &&
    outcomes.find(({ step, outcome }) => `${step} ${outcome}` === hook.watch('outcome'))?.reason === 'required';
  const fields = form.fields.map((field) =>
    reasonNeeded && field.name === 'reason' ? ({ ...field, required: true } as FieldSpec) : field,
  );
  const values = hook.getValues();
  const check = (): boolean => {
    const missing = missingIn(act, fields, hook.getValues());
    setErrors(
      missing.map(({ field, key, name: about }) => ({
        field,
        text: t(`errors.${key}`, { what: key === 'noReason' ? nomineeName(dossier, about) : labels.label(about) }),
      })),
    );
    return missing.length === 0;
  };
  const submit = () => {
    if (!check()) return;
    if (form.final && !review && fields.length > 0) setReview(true);
    else void command.send(hook.getValues());
  };
  const problem = command.refused;
  const refused = problem && refusedInNames(problem.body, dossier.nominees);
  const shown: readonly FormError[] = problem
    ? [{ text: refused ? say(refused) : problem.code, source: ground(problem.body) }]
    : errors;
  return (
    <form
      noValidate
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary title={problem ? t('refused') : t('incomplete', { count: errors.length })} errors={shown} />
      {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
      {labels.help && <p className="act-help">{labels.help}</p>}
      {review ? (
        <Review act={act} fields={fields} values={values} dossier={dossier} outcomes={outcomes} />
      ) : (
        fields.map((field) => (
          <FieldInput
            key={field.name}
            act={act}
            field={field}
            form={hook}
            dossier={dossier}
            outcomes={outcomes}
            error={errors.find((each) => each.field === fieldId(field.name))?.text}
            errors={errors}
          />
        ))
      )}
      <p className="act-buttons">
        {keptAt && !review && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
        {review && <Button onClick={() => setReview(false)}>{t('change')}</Button>}
        <Button type="submit" kind="primary" size="large" busy={command.sending}>
          {form.final && !review && fields.length > 0 ? t('check') : name}
        </Button>
      </p>
      {command.conflict && (
        <Conflict
          dossier={dossier}
          kept={
            fields
              .map(({ name: field }) => hook.getValues(field))
              .filter((text): text is string => typeof text === 'string' && text.length > 12)[0]
          }
          onClose={command.reset}
          onRedo={(revision) => {
            command.reset();
            void command.send(hook.getValues(), revision);
          }}
        />
      )}
    </form>
  );
}

const nomineeName = (dossier: Dossier, id: string): string =>
  dossier.nominees.find((nominee) => nominee.id === id)?.name ?? id;

const emptyValues = (fields: readonly FieldSpec[]): ActValues =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.kind === 'letter') return [['letter', { number: '', date: '' }]];
      if (field.kind === 'nominees' || field.kind === 'items' || field.kind === 'approvals') return [[field.name, []]];
      if (field.kind === 'fact') return [];
      return [[field.name, field.kind === 'tick' ? false : '']];
    }),
  );

const sendAct = (
  id: string,
  act: string,
  fields: readonly FieldSpec[],
  values: ActValues,
  unitName: (id: string) => string,
  headers: CommandHeaders,
): Promise<{ readonly position: string }> =>
  told(
    api.POST(pathOf(id, act, values) as '/api/v1/dossiers/{id}/submit', {
      params: { path: { id } } as never,
      headers: { ...headers },
      body: bodyOf(act, fields, values, unitName) as never,
    }),
  );
