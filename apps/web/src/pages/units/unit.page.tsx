import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { Button, PageHead, Panel, StatusTag, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { ShownPage } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { HandoversPanel } from './handovers-panel.js';
import { PositionsTable } from './positions-table.js';
import { useUnitActs } from './unit-acts.js';
import { type Unit, unitQuery } from './units.queries.js';
import './units.css';

const route = getRouteApi('/framed/quan-tri/don-vi/$id');

/** A unit: its positions and who holds them since when, mandates, hand-overs, and what may be changed. */
export function UnitPage(): ReactElement {
  const { t } = useTranslation('units');
  const { id } = route.useParams();
  const query = useQuery(unitQuery(id));
  useTitle(t('one'));
  return (
    <ShownPage query={query} label={t('one')} lines={8}>
      {(unit) => <One unit={unit} />}
    </ShownPage>
  );
}

function One({ unit }: { readonly unit: Unit }): ReactElement {
  const { t } = useTranslation('units');
  const say = useSay();
  const nameOf = useUnitNames();
  const { standing } = useStanding();
  const [act, setAct] = useState<Act>();
  const acts = useUnitActs(unit);
  const operator = hasRole(standing, 'operator');
  return (
    <>
      <PageHead
        title={say(unit.name)}
        crumbs={[
          <Link key="list" to="/quan-tri/don-vi">
            {t('title')}
          </Link>,
          ...unit.ancestors.map((id) => (
            <Link key={id} to="/quan-tri/don-vi/$id" params={{ id }}>
              {say(nameOf(id))}
            </Link>
          )),
        ]}
        sub={
          <>
            {t([`kinds.${unit.kind}`, 'kinds.other'], { kind: unit.kind })} · {t('since', { day: day(unit.from) })}
            {unit.to !== undefined && ` · ${t('until', { day: day(unit.to) })}`}{' '}
            {!unit.inForce && <StatusTag status="done">{t('notInForce')}</StatusTag>}
          </>
        }
        actions={
          operator && (
            <>
              <Button icon="plus" onClick={() => setAct(acts.createPosition())}>
                {t('createPosition.button')}
              </Button>
              <Button onClick={() => setAct(acts.move())}>{t('move.button')}</Button>
              <Button onClick={() => setAct(acts.end())}>{t('end.button')}</Button>
            </>
          )
        }
      />
      <div className="vd-stack">
        <Panel title={t('positions.title')} meta={t('positions.count', { count: unit.positions.length })} flush>
          <PositionsTable unit={unit} acts={operator ? acts : undefined} onAct={setAct} />
        </Panel>
        <HandoversPanel unit={unit} acts={operator ? acts : undefined} onAct={setAct} />
        {unit.children.length > 0 && (
          <Panel title={t('children')}>
            <ul className="units-children">
              {unit.children.map((id) => (
                <li key={id}>
                  <Link to="/quan-tri/don-vi/$id" params={{ id }}>
                    {say(nameOf(id))}
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}
