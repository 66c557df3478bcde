import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.js';
import { meQuery } from '../../api/queries.js';
import {
  Button,
  CheckField,
  DateField,
  ErrorSummary,
  type FormError,
  Note,
  Panel,
  SelectField,
  TextField,
  useSay,
  useToast,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { useCommand } from '../../forms/use-command.js';
import { type AwaitedSpan, CALENDAR, commandCalendar, previewChange } from './calendar.queries.js';
import { emptyDay, emptyNotice, noticeOf, type TypedDay, type TypedNotice, whats, yearOf } from './notice-values.js';
import { PreviewOf } from './preview-of.js';

interface NoticeFormProps {
  readonly revision: number;
  readonly year: number;
  /** What a year still waits for. */
  readonly openIn: (year: number) => readonly AwaitedSpan[];
  readonly onDone: () => void;
}

const confidences = ['verified', 'memory', 'uncertain', 'design'] as const;

/** Enters a notice: first what it would move, then the notice itself. What was changed after the preview has to be seen anew. */
export function NoticeForm(props: NoticeFormProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <Form {...props} account={me.id} /> : <></>;
}

function Form({
  revision,
  year,
  openIn,
  onDone,
  account,
}: NoticeFormProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('working-calendar');
  const say = useSay();
  const tell = useToast();
  const [notice, setNotice] = useState<TypedNotice>(emptyNotice);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const open = openIn(yearOf(notice, year));
  const body = noticeOf(notice, year, open);
  const now = JSON.stringify(body);
  const preview = useMutation({
    mutationFn: async (data: object) => ({
      of: JSON.stringify(data),
      found: await previewChange('enter-notice', data),
    }),
  });
  const command = useCommand<object, unknown>({
    place: { account, subject: CALENDAR, form: 'enter-notice' },
    revision,
    send: (data, headers) => commandCalendar('enter-notice', data, headers),
    accepted: () => {
      tell(t('notice.recorded'));
      onDone();
    },
  });
  const seen = preview.data?.of === now;
  const change = (key: string, changes: Partial<TypedDay>) =>
    setNotice({ ...notice, days: notice.days.map((each) => (each.key === key ? { ...each, ...changes } : each)) });
  const check = (): boolean => {
    const found: FormError[] = [
      ...(notice.source.trim() === '' ? [{ field: 'notice-source', text: t('notice.noSource') }] : []),
      ...(!notice.completesYear && notice.days.every(({ date }) => date === '')
        ? [{ field: `notice-${notice.days[0]?.key}`, text: t('notice.noDay') }]
        : []),
    ];
    setErrors(found);
    return found.length === 0;
  };
  const problem = isProblem(preview.error) ? preview.error : command.refused;
  const said = problem
    ? [{ text: problem.body.details ? say(problem.body.details) : problem.code, source: problem.body.source }]
    : errors;
  return (
    <Panel
      title={t('notice.title')}
      meta={t('notice.meta')}
      footer={
        <>
          <Button busy={preview.isPending} onClick={() => check() && preview.mutate(body)}>
            {t('notice.preview')}
          </Button>
          <Button
            kind="primary"
            busy={command.sending}
            refused={seen ? undefined : t('notice.previewFirst')}
            onClick={() => void command.send(body)}
          >
            {t('notice.send')}
          </Button>
          <Button onClick={onDone}>{t('operator:back')}</Button>
          {!seen && <span className="vd-meta">{t('notice.previewFirst')}</span>}
        </>
      }
    >
      <ErrorSummary title={problem ? t('operator:refused') : t('operator:incomplete')} errors={said} />
      {command.conflict && <Note kind="soon">{t('operator:overtaken')}</Note>}
      {(command.unreachable || (preview.error && !problem)) && <Note kind="soon">{t('operator:unreachable')}</Note>}
      <div className="vd-form-row">
        <TextField
          id="notice-source"
          autoFocus
          label={t('notice.source')}
          required
          maxLength={500}
          value={notice.source}
          onChange={({ target }) => setNotice({ ...notice, source: target.value })}
        />
        <SelectField
          label={t('notice.confidence')}
          required
          choices={confidences.map((value) => ({ value, label: t(`operator:confidence.${value}`) }))}
          value={notice.confidence}
          onChange={({ target }) => setNotice({ ...notice, confidence: target.value as TypedNotice['confidence'] })}
        />
      </div>
      <ol className="year-typed">
        {notice.days.map((each, at) => (
          <li key={each.key}>
            <DateField
              id={`notice-${each.key}`}
              label={t('notice.day', { at: at + 1 })}
              required
              value={each.date}
              onChange={(date) => change(each.key, { date: date ?? '' })}
            />
            <SelectField
              label={t('notice.what')}
              required
              choices={whats.map((value) => ({ value, label: t(`whats.${value}`) }))}
              value={each.what}
              onChange={({ target }) => change(each.key, { what: target.value as TypedDay['what'] })}
            />
            <TextField
              label={t('notice.name')}
              maxLength={80}
              value={each.name}
              onChange={({ target }) => change(each.key, { name: target.value })}
            />
            <TextField
              label={t('notice.nameEn')}
              maxLength={80}
              value={each.nameEn}
              onChange={({ target }) => change(each.key, { nameEn: target.value })}
            />
            {notice.days.length > 1 && (
              <Button
                size="small"
                icon="close"
                aria-label={t('notice.remove', { at: at + 1 })}
                onClick={() => setNotice({ ...notice, days: notice.days.filter(({ key }) => key !== each.key) })}
              />
            )}
          </li>
        ))}
      </ol>
      <Button size="small" icon="plus" onClick={() => setNotice({ ...notice, days: [...notice.days, emptyDay()] })}>
        {t('notice.add')}
      </Button>
      {open.map(({ from, to, names }) => (
        <CheckField
          key={from}
          label={t('notice.answers', { what: say(names), from: day(from), to: day(to) })}
          checked={notice.answers.includes(from)}
          onChange={({ target }) =>
            setNotice({
              ...notice,
              answers: target.checked ? [...notice.answers, from] : notice.answers.filter((each) => each !== from),
            })
          }
        />
      ))}
      <CheckField
        label={t('notice.completes')}
        checked={notice.completesYear}
        onChange={({ target }) => setNotice({ ...notice, completesYear: target.checked })}
      />
      {preview.data && seen && <PreviewOf preview={preview.data.found} />}
    </Panel>
  );
}
