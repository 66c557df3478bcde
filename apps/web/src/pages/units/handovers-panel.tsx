import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DataTable, Panel, StatusLine, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import type { UnitActs } from './unit-acts.js';
import type { Unit } from './units.queries.js';

type Handover = Unit['handovers'][number];

/** Mandates that are in force, and hand-overs: from whom to whom, of how much, and who has confirmed. */
export function HandoversPanel({
  unit: { positions, delegations, handovers },
  acts,
  onAct,
}: {
  readonly unit: Unit;
  readonly acts: UnitActs | undefined;
  readonly onAct: (act: Act) => void;
}): ReactElement | null {
  const { t } = useTranslation('units');
  const say = useSay();
  const nameOf = useAccountNames();
  const titleOf = (id: string) => {
    const position = positions.find(({ positionId }) => positionId === id);
    return position ? say(position.title) : id;
  };
  if (delegations.length === 0 && handovers.length === 0) return null;
  return (
    <>
      {delegations.length > 0 && (
        <Panel title={t('delegations')} flush>
          <DataTable
            label={t('delegations')}
            rowKey={({ delegationId }) => delegationId}
            groups={[{ key: 'all', rows: delegations }]}
            columns={[
              { key: 'who', header: t('delegate.to'), rowHeader: true, cell: ({ accountId }) => nameOf(accountId) },
              {
                key: 'position',
                header: t('positions.position'),
                label: t('positions.position'),
                cell: ({ positionId }) => titleOf(positionId),
              },
              {
                key: 'act',
                header: <span className="vd-hidden">{t('act')}</span>,
                width: 140,
                cell: ({ delegationId, accountId }) =>
                  acts && (
                    <span className="operator-act">
                      <Button size="small" onClick={() => onAct(acts.withdrawDelegation(delegationId, accountId))}>
                        {t('withdrawDelegation.button')}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        </Panel>
      )}
      {handovers.length > 0 && (
        <Panel title={t('handovers.title')} flush>
          <DataTable<Handover>
            label={t('handovers.title')}
            rowKey={({ handoverId }) => handoverId}
            groups={[{ key: 'all', rows: handovers }]}
            columns={[
              {
                key: 'who',
                header: t('handovers.who'),
                rowHeader: true,
                cell: ({ fromAccountId, toAccountId, positionId, toPositionId }) => (
                  <>
                    {t('handovers.fromTo', { from: nameOf(fromAccountId), to: nameOf(toAccountId) })}
                    <span className="vd-meta">
                      {titleOf(positionId)}
                      {toPositionId !== positionId && `, ${titleOf(toPositionId)}`}
                    </span>
                  </>
                ),
              },
              {
                key: 'items',
                header: t('handovers.items'),
                label: t('handovers.items'),
                align: 'right',
                width: 110,
                cell: ({ items }) => items,
              },
              {
                key: 'on',
                header: t('fields.on'),
                label: t('fields.on'),
                width: 130,
                cell: ({ on }) => day(on),
              },
              {
                key: 'state',
                header: t('handovers.state'),
                label: t('handovers.state'),
                width: 230,
                cell: ({ confirmed, completedFrom, withdrawnOn }) =>
                  completedFrom !== undefined ? (
                    <StatusLine status="done">{t('handovers.done', { day: day(completedFrom) })}</StatusLine>
                  ) : withdrawnOn !== undefined ? (
                    <StatusLine status="late" mark="cross">
                      {t('handovers.withdrawn', { day: day(withdrawnOn) })}
                    </StatusLine>
                  ) : (
                    <StatusLine status="act">
                      {confirmed.length === 0
                        ? t('handovers.waitsBoth')
                        : t(confirmed.includes('giver') ? 'handovers.waitsTaker' : 'handovers.waitsGiver')}
                    </StatusLine>
                  ),
              },
              {
                key: 'act',
                header: <span className="vd-hidden">{t('act')}</span>,
                width: 110,
                cell: ({ handoverId, completedFrom, withdrawnOn }) =>
                  acts &&
                  completedFrom === undefined &&
                  withdrawnOn === undefined && (
                    <span className="operator-act">
                      <Button size="small" onClick={() => onAct(acts.withdrawHandover(handoverId))}>
                        {t('withdrawHandover.button')}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
