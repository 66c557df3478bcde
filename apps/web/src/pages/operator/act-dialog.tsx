import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#libs/domain/kernel';
import { meQuery } from '../../api/queries.js';
import {
  Button,
  Dialog,
  ErrorSummary,
  type FormError,
  Note,
  composed,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { refusedCalled } from '../../forms/refused-called.js';
import { type CommandHeaders, useCommand } from '../../forms/use-command.js';
import { type ActField, ActInput, type ActValues } from './act-field.js';
import './operator.css';

/** Something to do that asks for a few fields, over the page. */
export interface Act {
  /** What it is about, and which form that is: its key is kept under both. Never a name. */
  readonly subject: string;
  readonly form: string;
  readonly title: string;
  /** What will happen. */
  readonly intro?: ReactNode;
  readonly fields: readonly ActField[];
  /** The words of the button: what it does, not “yes”. */
  readonly confirm: string;
  /** The revision on which it rests, where the act has one. */
  readonly revision?: number | undefined;
  readonly wide?: boolean;
  readonly send: (values: ActValues, headers: CommandHeaders) => Promise<unknown>;
  /** What the page calls a unit, a cluster or a person of which a refusal gives the code. */
  readonly called?: ((code: string) => Bilingual | undefined) | undefined;
  /** What is told when it was done; without it that it was recorded. */
  readonly done?: string;
  readonly accepted?: (answer: unknown) => void;
  /** What else depends on what is typed, below the fields. */
  readonly below?: (values: ActValues) => ReactNode;
}

interface ActDialogProps {
  readonly act: Act;
  readonly onClose: () => void;
}

/** The form of an act. The focus begins in its first field; what was refused keeps what was typed. */
export function ActDialog(props: ActDialogProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <ActForm {...props} account={me.id} /> : <></>;
}

function ActForm({ act, onClose, account }: ActDialogProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('operator');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<ActValues>(() =>
    Object.fromEntries(act.fields.map(({ name, initial = '' }) => [name, initial])),
  );
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useCommand<ActValues, unknown>({
    place: { account, subject: act.subject, form: act.form },
    revision: act.revision,
    send: act.send,
    accepted: (answer) => {
      tell(act.done ?? t('recorded'));
      act.accepted?.(answer);
      onClose();
    },
    refused: (problem) => {
      if (problem?.body.status === 412) void queries.invalidateQueries();
    },
  });
  const idOf = (name: string) => `${id}-${name}`;
  const send = () => {
    const missing = act.fields
      .filter(({ name, required, kind }) => required && kind !== 'tick' && (values[name] ?? '').trim() === '')
      .map(({ name, label }) => ({ field: idOf(name), text: t('missing', { label }) }));
    setErrors(missing);
    if (missing.length > 0) return;
    const typed = Object.entries(values).map(([name, value]) => [name, composed(value).trim()] as const);
    void command.send(Object.fromEntries(typed));
  };
  const { refused } = command;
  const sentence = refused && refusedCalled(refused.body, act.called ?? (() => undefined));
  const said = refused
    ? [
        {
          text: sentence ? say(sentence) : refused.code,
          source: ground(refused.body),
        },
      ]
    : errors;
  return (
    <Dialog
      title={act.title}
      onClose={onClose}
      wide={act.wide ?? false}
      typing
      actions={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button kind="primary" busy={command.sending} onClick={send}>
            {act.confirm}
          </Button>
        </>
      }
    >
      <form
        className="operator-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {act.intro !== undefined && <div className="operator-intro">{act.intro}</div>}
        <ErrorSummary title={refused ? t('refused') : t('incomplete')} errors={said} />
        {command.conflict && <Note kind="soon">{t('overtaken')}</Note>}
        {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
        {act.fields.map((field) => (
          <ActInput
            key={field.name}
            field={field}
            id={idOf(field.name)}
            value={values[field.name] ?? ''}
            error={errors.find((each) => each.field === idOf(field.name))?.text}
            onChange={(value) => setValues((all) => ({ ...all, [field.name]: value }))}
          />
        ))}
        {act.below?.(values)}
        <button type="submit" className="vd-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
