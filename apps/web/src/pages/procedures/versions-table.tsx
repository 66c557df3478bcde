import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DataTable, type Status, StatusLine } from '../../components/index.js';
import { day, isoDay } from '../../format/dates.js';
import { daysAfter } from '../../format/days.js';
import { number } from '../../format/numbers.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { retireAct } from './procedure-acts.js';
import type { ProcedureLife, Version } from './procedures.queries.js';

const statuses: Readonly<Record<Version['standing'], Status>> = {
  draft: 'act',
  pending: 'act',
  in_force: 'ok',
  finishing: 'done',
  retired: 'done',
};

/** The versions of a procedure: where each stands, from when to when, how many dossiers run by it, who wrote and who published it. */
export function VersionsTable({
  life,
  operator,
  onAct,
}: {
  readonly life: ProcedureLife;
  readonly operator: boolean;
  readonly onAct: (act: Act) => void;
}): ReactElement {
  const { t } = useTranslation('procedures');
  const nameOf = useAccountNames();
  const people = ({ drafters, publishedBy, origin }: Version) =>
    origin === 'shipped'
      ? t('versions.shipped')
      : `${drafters.map(nameOf).join(', ') || '–'} / ${publishedBy === undefined ? '–' : nameOf(publishedBy)}`;
  return (
    <DataTable<Version>
      label={t('versions.title')}
      rowKey={({ version }) => version}
      groups={[{ key: 'all', rows: life.versions }]}
      columns={[
        {
          key: 'version',
          header: t('versions.version'),
          rowHeader: true,
          cell: ({ version, endReason }) => (
            <>
              <b>{version}</b>
              {endReason && <span className="vd-meta">{endReason}</span>}
            </>
          ),
        },
        {
          key: 'standing',
          header: t('versions.standing'),
          label: t('versions.standing'),
          width: 150,
          cell: ({ standing }) => (
            <StatusLine status={statuses[standing]}>{t(`versions.standings.${standing}`)}</StatusLine>
          ),
        },
        {
          key: 'effective',
          header: t('versions.effective'),
          label: t('versions.effective'),
          width: 290,
          cell: ({ from, until }) =>
            from === undefined
              ? '–'
              : until === undefined
                ? t('from', { from: day(from) })
                : t('fromUntil', { from: day(from), until: day(until) }),
        },
        {
          key: 'running',
          header: t('versions.running'),
          label: t('versions.running'),
          align: 'right',
          width: 120,
          cell: ({ running }) => number(running),
        },
        {
          key: 'people',
          header: t('versions.people'),
          label: t('versions.people'),
          width: 220,
          cell: people,
        },
        {
          key: 'act',
          header: <span className="vd-hidden">{t('act')}</span>,
          width: 150,
          phone: 'wide',
          cell: (version) =>
            operator &&
            (version.standing === 'in_force' || version.standing === 'pending') && (
              <span className="operator-act">
                <Button
                  size="small"
                  onClick={() => onAct(retireAct(t, life, version.version, daysAfter(isoDay(new Date()), 1)))}
                >
                  {t('retire.button')}
                  <span className="vd-hidden"> {version.version}</span>
                </Button>
              </span>
            ),
        },
      ]}
    />
  );
}
