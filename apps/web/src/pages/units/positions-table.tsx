import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, Empty, Menu, type MenuItem, PersonChip, StatusLine, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { OpenWorkList } from './open-work-list.js';
import type { UnitActs } from './unit-acts.js';
import type { Position, Unit } from './units.queries.js';

/** Positions and who holds them, since when; a vacant one says what its last holder has left open. */
export function PositionsTable({
  unit,
  acts,
  onAct,
}: {
  readonly unit: Unit;
  /** Absent for those who may only look. */
  readonly acts: UnitActs | undefined;
  readonly onAct: (act: Act) => void;
}): ReactElement {
  const { t } = useTranslation(['units', 'shell']);
  const say = useSay();
  const nameOf = useAccountNames();
  if (unit.positions.length === 0) return <Empty title={t('units:positions.none')} />;
  const menuOf = (position: Position): readonly MenuItem[] => {
    if (!acts) return [];
    const { appointments, standings } = position;
    const holders = new Set(standings.filter(({ as }) => as === 'holder').map(({ accountId }) => accountId));
    return [
      { key: 'appoint', label: t('units:appoint.button'), onSelect: () => onAct(acts.appoint(position)) },
      ...appointments
        .filter(({ to }) => to === undefined)
        .flatMap((appointment): MenuItem[] => [
          {
            key: `hand-over ${appointment.appointmentId}`,
            label: t('units:handover.button', { who: nameOf(appointment.accountId) }),
            onSelect: () => onAct(acts.handOver(position, appointment.accountId)),
          },
          {
            key: `end ${appointment.appointmentId}`,
            label: t('units:endAppointment.button', { who: nameOf(appointment.accountId) }),
            onSelect: () => onAct(acts.endAppointment(position, appointment)),
          },
        ]),
      ...[...holders].map((accountId) => ({
        key: `delegate ${accountId}`,
        label: t('units:delegate.button', { who: nameOf(accountId) }),
        onSelect: () => onAct(acts.delegate(position, accountId)),
      })),
      { key: 'end-position', label: t('units:endPosition.button'), onSelect: () => onAct(acts.endPosition(position)) },
    ];
  };
  // Positions of one title are told apart by who is in them.
  const whoIn = ({ standings }: Position): string =>
    standings.map(({ accountId }) => nameOf(accountId)).join(', ') || t('units:vacant');
  return (
    <DataTable<Position>
      label={t('units:positions.title')}
      rowKey={({ positionId }) => positionId}
      groups={[{ key: 'all', rows: unit.positions }]}
      columns={[
        {
          key: 'title',
          header: t('units:positions.position'),
          rowHeader: true,
          cell: ({ title, head, roles, seats, to }) => (
            <>
              <b>{say(title)}</b>
              <span className="vd-meta">
                {roles.map((role) => t(`shell:roles.${role}`)).join(', ')}
                {head && ` · ${t('units:positions.head')}`}
                {seats > 1 && ` · ${t('units:positions.seats', { count: seats })}`}
                {to !== undefined && ` · ${t('units:until', { day: day(to) })}`}
              </span>
            </>
          ),
        },
        {
          key: 'people',
          header: t('units:positions.people'),
          label: t('units:positions.people'),
          phone: 'wide',
          cell: (position) => <People unit={unit} position={position} nameOf={nameOf} />,
        },
        ...(acts
          ? [
              {
                key: 'act',
                header: <span className="vd-hidden">{t('units:act')}</span>,
                width: 130,
                phone: 'wide' as const,
                cell: (position: Position) => (
                  <span className="operator-act">
                    <Menu
                      align="right"
                      button={t('units:act')}
                      label={t('units:actsOn', { position: say(position.title), who: whoIn(position) })}
                      buttonClassName="vd-button vd-button-small"
                      items={menuOf(position)}
                    />
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function People({
  unit,
  position: { positionId, standings, appointments, vacant },
  nameOf,
}: {
  readonly unit: Unit;
  readonly position: Position;
  readonly nameOf: (id: string) => string;
}): ReactElement {
  const { t } = useTranslation('units');
  const last = appointments.at(-1);
  return (
    <div className="units-people">
      {standings.map(({ accountId, as, to }) => {
        const since = appointments.find((each) => each.accountId === accountId)?.from;
        const words = [
          t(`as.${as}`),
          as === 'holder' && since !== undefined && t('since', { day: day(since) }),
          to !== undefined && t('until', { day: day(to) }),
        ].filter((word) => typeof word === 'string');
        return <PersonChip key={`${accountId} ${as}`} name={nameOf(accountId)} role={words.join(' · ')} />;
      })}
      {vacant && (
        <>
          <StatusLine status="soon">
            {last ? t('vacantSince', { who: nameOf(last.accountId), day: last.to ? day(last.to) : '–' }) : t('vacant')}
          </StatusLine>
          {last && <OpenWorkList unit={unit.id} account={last.accountId} position={positionId} />}
        </>
      )}
    </div>
  );
}
