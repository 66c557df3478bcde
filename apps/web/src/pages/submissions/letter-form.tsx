import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { AllowedCommand } from '../../api/dossier.js';
import { useUnitNames } from '../../api/names.js';
import {
  Button,
  ConfirmDialog,
  ErrorSummary,
  type FormError,
  Note,
  Panel,
  SelectField,
  useGround,
  useSay,
  useToast,
} from '../../components/index.js';
import { day, hour, isoDay } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { dropDraft } from '../../forms/drafts.js';
import { refusedInTitles } from '../../forms/refused-in-titles.js';
import { useCommand } from '../../forms/use-command.js';
import { useDraft } from '../../forms/use-draft.js';
import { sentenceCase } from '../act/act-place.js';
import { LetterConflict } from './letter-conflict.js';
import { LetterFields } from './letter-fields.js';
import { actOf, bodyOf, inOrder, type LetterValues, missingIn } from './letter-values.js';
import { addresseeOf, type Letter } from './submissions.js';

interface LetterFormProps {
  readonly letter: Letter;
  readonly commands: readonly AllowedCommand[];
  readonly account: string;
}

/** What may be done with a letter, and why the rest may not; each act names what it will do before it is done. */
export function LetterForm(props: LetterFormProps): ReactElement {
  const { t } = useTranslation('submissions');
  const say = useSay();
  const may = inOrder(props.commands.filter(({ allowed }) => allowed));
  const titles = titlesOf(props.letter);
  const [all, setAll] = useState(false);
  const not = inOrder(props.commands.filter(({ allowed }) => !allowed)).flatMap(({ name, command, refusal }) => {
    const details = refusal && refusedInTitles(refusal, titles);
    return details ? [{ command, name: sentenceCase(say(name)), why: say(details) }] : [];
  });
  return (
    <Panel title={t('acts')}>
      {may.length > 0 ? <FormOf {...props} may={may} /> : <p className="vd-meta">{t('noActs')}</p>}
      {not.length > 0 && (
        <div className="submissions-not">
          <Button kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('notNow', { count: not.length })}
          </Button>
          {all && (
            <ul>
              {not.map(({ command, name, why }) => (
                <li key={command}>
                  <b>{name}</b>
                  <span className="vd-meta">{why}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Panel>
  );
}

const titlesOf = ({ dossiers }: Letter) =>
  dossiers.flatMap(({ dossierId, title }) => (title === null ? [] : [{ id: dossierId, title }]));

function FormOf({ letter, may, account }: LetterFormProps & { readonly may: readonly AllowedCommand[] }): ReactElement {
  const { t } = useTranslation('submissions');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const unit = useUnitNames();
  const typed = { account, subject: letter.id, form: 'letter' };
  const form = useForm<LetterValues>({ defaultValues: beginning() });
  const keptAt = useDraft(form, typed);
  const values = { ...form.watch(), act: actOf(form.watch('act'), may) };
  const { act } = values;
  const [asked, setAsked] = useState(false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useCommand<LetterValues, { readonly position: string }>({
    place: { account, subject: letter.id, form: act },
    revision: letter.revision,
    send: (all, headers) =>
      told(
        api.POST(`/api/v1/submissions/{id}/${all.act}` as '/api/v1/submissions/{id}/abandon', {
          params: { path: { id: letter.id } } as never,
          headers: { ...headers },
          body: bodyOf(all) as never,
        }),
      ),
    accepted: ({ position }) => {
      dropDraft(typed);
      form.reset(beginning());
      tell(t('recorded', { position: place(position) }));
    },
  });
  const problem = command.refused;
  const current = may.find(({ command: name }) => name === act);
  const name = current ? sentenceCase(say(current.name)) : t('acts');
  const check = () => {
    const missing = missingIn(values).map((field) => ({
      field: `letter-${field}`,
      text: t('missing', { what: t(`fields.${field}`) }),
    }));
    setErrors(missing);
    if (missing.length === 0) setAsked(true);
  };
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <ErrorSummary
          title={problem ? t('refused') : t('incomplete')}
          errors={
            problem
              ? [
                  {
                    text: say(
                      refusedInTitles(problem.body, titlesOf(letter)) ?? { vi: problem.code, en: problem.code },
                    ),
                    source: ground(problem.body),
                  },
                ]
              : errors
          }
        />
        {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
        {may.length > 1 && (
          <SelectField
            label={t('fields.act')}
            required
            choices={may.map(({ command: each, name: words }) => ({ value: each, label: sentenceCase(say(words)) }))}
            value={act}
            onChange={(event) => {
              setErrors([]);
              command.reset();
              form.setValue('act', event.target.value as LetterValues['act'], { shouldDirty: true });
            }}
          />
        )}
        <LetterFields act={act} form={form} letter={letter} />
        <p className="submissions-send">
          {keptAt && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
          <Button type="submit" kind="primary" size="large" wide busy={command.sending}>
            {name}
          </Button>
        </p>
      </form>
      {asked && (
        <ConfirmDialog
          title={name}
          confirm={name}
          busy={command.sending}
          onClose={() => setAsked(false)}
          onConfirm={() => void command.send(values).finally(() => setAsked(false))}
        >
          <p>
            {t(`confirm.${act}`, {
              count: act === 'add-dossiers' ? values.added.length : letter.dossiers.length,
              number: values.number.trim(),
              day: values.date === '' ? '' : day(values.date),
              to: say(addresseeOf(letter, unit)),
              title: letter.dossiers.find(({ dossierId }) => dossierId === values.removed)?.title ?? values.removed,
            })}
          </p>
        </ConfirmDialog>
      )}
      {command.conflict && (
        <LetterConflict
          letter={letter}
          kept={act === 'abandon' ? values.reason : act === 'send' ? values.number : undefined}
          onClose={command.reset}
          onRedo={(revision) => {
            command.reset();
            void command.send(values, revision);
          }}
        />
      )}
    </>
  );
}

const beginning = (): LetterValues => ({
  act: 'send',
  number: '',
  date: isoDay(new Date()),
  added: [],
  removed: '',
  reason: '',
});
