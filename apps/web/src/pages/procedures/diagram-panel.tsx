import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, Panel, StatusLine, useSay } from '../../components/index.js';
import { number, place } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { Picture } from './picture.js';
import { countsQuery } from './procedures.queries.js';

const ways = new Set(['fork', 'join']);

/** The picture of a version, and how many dossiers are at each of its steps; each count leads to the list it counts. */
export function DiagramPanel({
  code,
  version,
  choose,
}: {
  readonly code: string;
  readonly version: string;
  readonly choose: ReactNode;
}): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  const { standing } = useStanding();
  const query = useQuery(countsQuery(code, version));
  const reads = hasRole(standing, 'submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk', 'auditor');
  return (
    <Panel title={t('diagram.title', { version })} flush {...(choose ? { extra: choose } : {})}>
      <Picture code={code} version={version} counts={query.data?.steps ?? []} />
      <Shown query={query} label={t('diagram.counts')}>
        {({ steps, position }) => (
          <>
            <DataTable
              label={t('diagram.counts')}
              rowKey={({ step }) => step}
              groups={[{ key: 'all', rows: steps.filter(({ kind }) => !ways.has(kind)) }]}
              columns={[
                {
                  key: 'step',
                  header: t('diagram.step'),
                  rowHeader: true,
                  cell: ({ step, name, open }) =>
                    reads && open > 0 ? (
                      <Link className="vd-table-name" to="/ho-so" search={{ hinhThuc: code, buoc: step }}>
                        {say(name)}
                      </Link>
                    ) : (
                      say(name)
                    ),
                },
                {
                  key: 'open',
                  header: t('diagram.open'),
                  label: t('diagram.open'),
                  align: 'right',
                  width: 110,
                  cell: ({ open }) => (open > 0 ? <b>{number(open)}</b> : '0'),
                },
                {
                  key: 'overdue',
                  header: t('diagram.overdue'),
                  label: t('diagram.overdue'),
                  align: 'right',
                  width: 110,
                  cell: ({ overdue }) => (overdue > 0 ? <StatusLine status="over">{number(overdue)}</StatusLine> : '0'),
                },
                {
                  key: 'soon',
                  header: t('diagram.soon'),
                  label: t('diagram.soon'),
                  align: 'right',
                  width: 110,
                  cell: ({ soon }) => (soon > 0 ? <StatusLine status="soon">{number(soon)}</StatusLine> : '0'),
                },
                {
                  key: 'suspended',
                  header: t('diagram.suspended'),
                  label: t('diagram.suspended'),
                  align: 'right',
                  width: 110,
                  cell: ({ suspended }) =>
                    suspended > 0 ? <StatusLine status="pause">{number(suspended)}</StatusLine> : '0',
                },
              ]}
            />
            <p className="vd-meta procedures-as-of">
              {t('diagram.asOf', { position: place(position) })} {!reads && t('diagram.noList')}
            </p>
          </>
        )}
      </Shown>
    </Panel>
  );
}
