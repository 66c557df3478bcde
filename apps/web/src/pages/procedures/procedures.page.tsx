import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/names.js';
import {
  Button,
  DataTable,
  Empty,
  FilterChips,
  Mark,
  PageHead,
  Panel,
  StatusLine,
  useSay,
} from '../../components/index.js';
import { day, isoDay } from '../../format/dates.js';
import { daysAfter } from '../../format/days.js';
import { number } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { DraftEditor } from './draft-editor.js';
import { lifeQuery, type ProcedureLife } from './procedures.queries.js';
import './procedures.css';

const filters = ['in_force', 'draft', 'ends', 'unknown', 'not_receivable', 'all'] as const;
type Filter = (typeof filters)[number];

/** So many days before its end a version is shown as ending. */
const ENDS_WITHIN_DAYS = 60;

type Listed = Awaited<ReturnType<NonNullable<(typeof proceduresQuery)['queryFn']>>>['items'][number];

interface Row {
  readonly code: string;
  readonly shown: Listed;
  readonly versions: number;
  readonly life: ProcedureLife | undefined;
  readonly endsSoon: boolean;
}

/** Quy trình: each award once, with the version that holds today, how many dossiers run, and what nobody has read. */
export function ProceduresPage(): ReactElement {
  const { t } = useTranslation('procedures');
  const { loc = 'in_force' } = useSearch({ from: '/framed/quan-tri/quy-trinh' });
  const navigate = useNavigate({ from: '/quan-tri/quy-trinh' });
  const { standing } = useStanding();
  const [drafting, setDrafting] = useState(false);
  const query = useQuery(proceduresQuery);
  const codes = [...new Set((query.data?.items ?? []).map(({ code }) => code))];
  const lives = useQueries({
    queries: codes.map((code) => lifeQuery(code)),
    combine: (all) => new Map(all.flatMap(({ data }) => (data ? [[data.code, data] as const] : []))),
  });
  useTitle(t('title'));
  const soon = daysAfter(isoDay(new Date()), ENDS_WITHIN_DAYS);
  const rows = codes.flatMap((code): Row[] => {
    const own = (query.data?.items ?? []).filter((each) => each.code === code);
    const shown = own.find((each) => each.standing === 'in_force') ?? own[0];
    if (!shown) return [];
    const { until } = shown.effective;
    const follows = own.some(({ effective, version }) => version !== shown.version && effective.from === until);
    const endsSoon = shown.standing === 'in_force' && until !== null && until <= soon && !follows;
    return [{ code, shown, versions: own.length, life: lives.get(code), endsSoon }];
  });
  const matches: Readonly<Record<Filter, (row: Row) => boolean>> = {
    all: () => true,
    in_force: ({ shown }) => shown.standing === 'in_force',
    draft: ({ life }) => draftsOf(life).length > 0,
    ends: ({ endsSoon }) => endsSoon,
    unknown: ({ shown }) => shown.unknownFigures.length > 0,
    not_receivable: ({ shown }) => !shown.receivable,
  };
  const shown = rows.filter(matches[loc]).sort((one, other) => Number(other.endsSoon) - Number(one.endsSoon));
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('sub')}
        actions={
          hasRole(standing, 'operator') && (
            <Button icon="plus" onClick={() => setDrafting(!drafting)} aria-expanded={drafting}>
              {t('new')}
            </Button>
          )
        }
      />
      {drafting && <DraftEditor onDone={() => setDrafting(false)} />}
      <Panel
        title={t('list')}
        flush
        {...(drafting ? { className: 'procedures-after' } : {})}
        extra={
          <FilterChips<Filter>
            label={t('filter')}
            chips={filters.map((value) => ({
              value,
              label: (
                <>
                  {t(`filters.${value}`)} <b>{rows.filter(matches[value]).length}</b>
                </>
              ),
            }))}
            value={loc}
            onChange={(value) => void navigate({ search: value === 'in_force' ? {} : { loc: value } })}
          />
        }
      >
        <Shown query={query} label={t('title')} lines={10}>
          {() =>
            shown.length === 0 ? (
              <Empty title={t('nothing')} />
            ) : (
              <DataTable<Row>
                label={t('list')}
                rowKey={({ code }) => code}
                groups={[{ key: 'all', rows: shown }]}
                columns={columns()}
              />
            )
          }
        </Shown>
      </Panel>
    </>
  );

  function columns() {
    return [
      {
        key: 'name',
        header: t('table.award'),
        rowHeader: true,
        cell: ({ code, shown: { names }, endsSoon, shown: { effective } }: Row) => (
          <Award {...{ code, names, endsSoon, effective }} />
        ),
      },
      {
        key: 'version',
        header: t('table.version'),
        label: t('table.version'),
        width: 150,
        cell: ({ shown: { version }, versions, life }: Row) => (
          <>
            {version}
            <span className="vd-meta">{t('table.versions', { count: versions })}</span>
            {draftsOf(life).map((draft) => (
              <StatusLine key={draft.version} status="act">
                {t('table.draft', { version: draft.version })}
              </StatusLine>
            ))}
          </>
        ),
      },
      {
        key: 'standing',
        header: t('table.effective'),
        label: t('table.effective'),
        width: 272,
        cell: ({ shown: { standing: at, effective } }: Row) => (
          <>
            <StatusLine status={at === 'in_force' ? 'ok' : at === 'future' ? 'act' : 'done'}>
              {t(`standing.${at}`)}
            </StatusLine>
            <span className="vd-meta">
              {effective.until === null
                ? t('from', { from: day(effective.from) })
                : t('fromUntil', { from: day(effective.from), until: day(effective.until) })}
            </span>
          </>
        ),
      },
      {
        key: 'running',
        header: t('table.running'),
        label: t('table.running'),
        align: 'right' as const,
        width: 110,
        cell: ({ life }: Row) =>
          life ? (
            number(life.versions.reduce((sum, { running }) => sum + running, 0))
          ) : (
            <Mark name="unknown" label={t('unread')} />
          ),
      },
      {
        key: 'sure',
        header: t('table.confidence'),
        label: t('table.confidence'),
        width: 220,
        cell: ({ shown: { confidence, unknownFigures } }: Row) => (
          <>
            {t(`operator:confidence.${confidence}`)}
            {unknownFigures.length > 0 && (
              <StatusLine status="soon" mark="unknown">
                {t('table.unknown', { count: unknownFigures.length })}
              </StatusLine>
            )}
          </>
        ),
      },
    ];
  }
}

const draftsOf = (life: ProcedureLife | undefined) =>
  (life?.versions ?? []).filter(({ standing }) => standing === 'draft');

function Award({
  code,
  names,
  endsSoon,
  effective,
}: Pick<Row, 'code' | 'endsSoon'> & Pick<Listed, 'names' | 'effective'>): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  return (
    <>
      <Link className="vd-table-name" to="/quan-tri/quy-trinh/$code" params={{ code }}>
        {say(names)}
      </Link>
      <span className="vd-meta vd-mono">{code}</span>
      {endsSoon && effective.until !== null && (
        <StatusLine status="soon">{t('endsSoon', { until: day(effective.until) })}</StatusLine>
      )}
    </>
  );
}
