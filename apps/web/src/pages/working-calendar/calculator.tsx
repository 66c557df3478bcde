import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueExplanation } from '#libs/domain/calendar';
import { api, told } from '../../api/client.js';
import { Button, CheckField, DateField, DeadlineClock, Panel, SelectField, TextField } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { Failed } from '../../shell/shown.js';
import { CALENDAR } from './calendar.queries.js';

const units = ['working_day', 'calendar_day', 'half_day'] as const;
type Unit = (typeof units)[number];

/** Counts a time limit by the calendar and shows each day of it, with the parts that dossiers show theirs with. */
export function Calculator(): ReactElement {
  const { t } = useTranslation('working-calendar');
  const [start, setStart] = useState(isoDay(new Date()));
  const [time, setTime] = useState('09:00');
  const [value, setValue] = useState('10');
  const [unit, setUnit] = useState<Unit>('working_day');
  const [first, setFirst] = useState(false);
  const compute = useMutation({
    mutationFn: () =>
      told(
        api.POST('/api/v1/calendars/{id}/compute', {
          params: { path: { id: CALENDAR } } as never,
          body: {
            start: `${start}T${time}:00+07:00`,
            limit: { value: Number(value), unit, firstDayCounted: first },
          } as never,
        }),
      ),
  });
  const ready = start !== '' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && /^[1-9]\d{0,3}$/.test(value);
  const answer = compute.data as unknown as (DueExplanation & { readonly dueAt?: string }) | undefined;
  return (
    <>
      <Panel title={t('calculator.title')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) compute.mutate();
          }}
        >
          <DateField label={t('calculator.start')} required value={start} onChange={(day) => setStart(day ?? '')} />
          <TextField
            label={t('calculator.time')}
            required
            value={time}
            maxLength={5}
            onChange={({ target }) => setTime(target.value)}
          />
          <div className="vd-form-row">
            <TextField
              label={t('calculator.value')}
              required
              inputMode="numeric"
              value={value}
              maxLength={4}
              onChange={({ target }) => setValue(target.value)}
            />
            <SelectField
              label={t('calculator.unit')}
              required
              choices={units.map((each) => ({ value: each, label: t(`units.${each}`) }))}
              value={unit}
              onChange={({ target }) => setUnit(target.value as Unit)}
            />
          </div>
          <CheckField
            label={t('calculator.first')}
            checked={first}
            onChange={({ target }) => setFirst(target.checked)}
          />
          <Button type="submit" busy={compute.isPending} refused={ready ? undefined : t('calculator.notReady')}>
            {t('calculator.count')}
          </Button>
        </form>
        {compute.error && <Failed error={compute.error} />}
      </Panel>
      {answer && (
        <DeadlineClock
          title={t('calculator.result')}
          now={new Date().toISOString()}
          standing={answer.dueAt === undefined ? 'awaited' : 'ok'}
          explanation={{
            deadlineId: 'computed',
            clock: 'computed',
            state: answer.dueAt === undefined ? 'awaited' : 'running',
            ...(answer.dueAt === undefined ? {} : { dueAt: answer.dueAt }),
            arithmetic: answer,
            source: t('calculator.source'),
            confidence: 'design',
          }}
        />
      )}
    </>
  );
}
