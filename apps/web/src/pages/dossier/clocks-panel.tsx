import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { allowedQuery, type Dossier, explanationQuery } from '../../api/dossier.js';
import type { components } from '../../api/generated/openapi.js';
import { buttonClass, DeadlineClock, SelectField, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { clocksOf } from './clocks.js';

interface ClocksPanelProps {
  readonly dossier: Dossier;
  readonly procedure: ProcedureDocument | undefined;
  readonly blocked: components['schemas']['BlockedBy'] | undefined;
}

/** The most urgent clock with its arithmetic; the others are a choice away. */
export function ClocksPanel({ dossier, procedure, blocked }: ClocksPanelProps): ReactElement | null {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const clocks = clocksOf(dossier, new Date().toISOString());
  const [chosen, setChosen] = useState<string>();
  const clock = clocks.find(({ deadlineId }) => deadlineId === chosen) ?? clocks[0];
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const query = useQuery({ ...explanationQuery(dossier.id, clock?.deadlineId ?? ''), enabled: clock !== undefined });
  if (!clock) return null;
  const nameOf = (code: string): string => {
    const names = procedure?.clocks[code]?.names;
    return names ? say(names) : t('clocks.clock');
  };
  const late = blocked?.lines
    .flatMap(({ deadlines }) => deadlines)
    .find(({ deadlineId }) => deadlineId === clock.deadlineId)?.late;
  const mayExtend =
    allowed?.commands.some(({ command, allowed: may }) => command === 'extend-deadline' && may) ?? false;
  return (
    <Shown query={query} label={t('clocks.clock')}>
      {(explanation) => (
        <DeadlineClock
          title={nameOf(clock.clock)}
          explanation={explanation}
          standing={clock.standing}
          now={new Date().toISOString()}
          metAt={clock.metAt}
          lateBy={late?.workingDays}
        >
          {mayExtend && (clock.standing === 'ok' || clock.standing === 'soon') && (
            <p className="dossier-clock-more">
              <Link
                to="/ho-so/$id/viec/$act"
                params={{ id: dossier.id, act: 'extend-deadline' }}
                search={{ han: clock.deadlineId }}
                className={buttonClass({ size: 'small' })}
              >
                {t('clocks.extend')}
              </Link>
            </p>
          )}
          {clocks.length > 1 && (
            <div className="dossier-clock-more">
              <SelectField
                label={t('clocks.others', { count: clocks.length })}
                required
                value={clock.deadlineId}
                onChange={(event) => setChosen(event.target.value)}
                choices={clocks.map(({ deadlineId, clock: code, dueAt, standing }) => ({
                  value: deadlineId,
                  label: `${nameOf(code)}${dueAt ? `, ${day(dueAt)}` : ''}: ${t(`components:clock.standing.${standing}`)}`,
                }))}
              />
            </div>
          )}
        </DeadlineClock>
      )}
    </Shown>
  );
}
