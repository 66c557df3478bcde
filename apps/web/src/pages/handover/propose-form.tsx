import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { openWorkQuery } from '../../api/handovers.js';
import {
  Button,
  DateField,
  ErrorSummary,
  type FormError,
  Panel,
  SelectField,
  TextArea,
} from '../../components/index.js';
import { hour, isoDay } from '../../format/dates.js';
import { useDraft } from '../../forms/use-draft.js';
import { Shown } from '../../shell/shown.js';
import { CommandTold } from './command-told.js';
import { useGivers, useTakers } from './parties.js';
import { bodyOf, faultsIn, type ProposeValues } from './propose-values.js';
import { useUnitCommand } from './use-unit-command.js';
import { WorkToHandOver } from './work-to-hand-over.js';

const route = getRouteApi('/framed/ban-giao/moi');

/** Who gives, who takes, from when; all the open work with a note to each, and what stays behind with its reason. */
export function ProposeForm({ unitId, account }: { readonly unitId: string; readonly account: string }): ReactElement {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const { viTri, tu } = route.useSearch();
  const givers = useGivers(unitId, account);
  const form = useForm<ProposeValues>({
    defaultValues: {
      from: viTri !== undefined && tu !== undefined ? `${viTri} ${tu}` : '',
      to: '',
      on: isoDay(new Date()),
      note: '',
      items: {},
    },
  });
  const place = { account, subject: unitId, form: 'propose-handover' };
  const keptAt = useDraft(form, place);
  const values = form.watch();
  // Who can only hand over his own need not choose himself.
  const from = values.from !== '' ? values.from : givers.length === 1 ? (givers[0]?.value ?? '') : '';
  const [positionId = '', fromAccountId = ''] = from.split(' ');
  const work = useQuery({ ...openWorkQuery(unitId, fromAccountId, positionId), enabled: from !== '' });
  const items = work.data?.items.filter(({ handoverId }) => handoverId === null) ?? [];
  const takers = useTakers(
    unitId,
    items.map(({ role }) => role),
  ).filter(({ value }) => value.split(' ')[1] !== fromAccountId);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useUnitCommand<ProposeValues>(
    unitId,
    'propose-handover',
    { subject: place.subject, form: place.form },
    (all) => bodyOf(all, items),
    () => void navigate({ to: '/ban-giao' }),
  );
  const whole = { ...values, from };
  return (
    <div className="vd-columns vd-columns-narrow">
      <form
        noValidate
        className="handover-form"
        onSubmit={(event) => {
          event.preventDefault();
          const faults = faultsIn(whole, items).map(({ field, key }) => ({ field, text: t(`errors.${key}`) }));
          setErrors(faults);
          if (faults.length === 0) void command.send(whole);
        }}
      >
        <ErrorSummary title={t('incomplete', { count: errors.length })} errors={errors} />
        <CommandTold command={command} values={whole} kept={values.note} />
        <Panel title={t('form.who')}>
          <SelectField
            label={t('form.from')}
            required
            id="handover-from"
            placeholder={t('form.choose')}
            choices={givers}
            value={from}
            onChange={(event) => {
              form.setValue('from', event.target.value);
              form.setValue('to', '');
            }}
          />
          <SelectField
            label={t('form.to')}
            required
            id="handover-to"
            placeholder={t('form.choose')}
            choices={takers}
            {...form.register('to')}
          />
          <DateField
            label={t('form.on')}
            required
            id="handover-on"
            value={values.on}
            onChange={(on) => form.setValue('on', on ?? '')}
          />
          <TextArea label={t('form.note')} maxLength={2_000} {...form.register('note')} />
        </Panel>
        {from !== '' && (
          <Panel title={t('form.work')} meta={t('form.count', { count: items.length })} flush>
            <Shown query={work} label={t('form.work')}>
              {() => <WorkToHandOver items={items} form={form} />}
            </Shown>
          </Panel>
        )}
        <p className="vd-row vd-row-end">
          {keptAt && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
          <Button
            type="submit"
            kind="primary"
            size="large"
            busy={command.sending}
            refused={from !== '' && work.data && items.length === 0 ? t('form.nothing') : undefined}
          >
            {t('propose')}
          </Button>
        </p>
      </form>
      <aside>
        <Panel title={t('how.title')}>
          <ol className="handover-how">
            {(['write', 'both', 'moves', 'clocks'] as const).map((each) => (
              <li key={each}>{t(`how.${each}`)}</li>
            ))}
          </ol>
        </Panel>
      </aside>
    </div>
  );
}
