import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames, useStepNames, useUnitNames } from '../../api/names.js';
import { dossierPapersQuery, paperAddress } from '../../api/papers.js';
import { type Column, DataTable, Empty, Panel, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { type Listed, votedQuery } from './agenda.queries.js';

/** What a council has decided on lately, with its minutes as PDF and DOCX. */
export function Voted({ position }: { readonly position: string | undefined }): ReactElement {
  const { t } = useTranslation('agenda');
  const query = useQuery(votedQuery(position));
  return (
    <Panel title={t('voted.title')} flush>
      <Shown query={query} label={t('voted.title')}>
        {({ items }) => (items.length === 0 ? <Empty title={t('voted.none')} /> : <Dossiers items={items} />)}
      </Shown>
    </Panel>
  );
}

function Dossiers({ items }: { readonly items: readonly Listed[] }): ReactElement {
  const { t } = useTranslation('agenda');
  const say = useSay();
  const unit = useUnitNames();
  const award = useAwardNames();
  const step = useStepNames(items);
  const withMinutes = useQueries({
    queries: items.map(({ id }) => dossierPapersQuery(id)),
    combine: (all) =>
      new Set(
        items.flatMap(({ id }, at) =>
          all[at]?.data?.items.some(({ kind, possible }) => kind === 'minutes' && possible) ? [id] : [],
        ),
      ),
  });
  const columns: readonly Column<Listed>[] = [
    {
      key: 'dossier',
      header: t('table.dossier'),
      rowHeader: true,
      cell: ({ id, title, submittingUnitId, procedureCode }) => (
        <>
          <Link className="vd-table-name" to="/ho-so/$id" params={{ id }}>
            {title}
          </Link>
          <span className="vd-meta">
            {say(unit(submittingUnitId))} · {say(award(procedureCode))}
          </span>
        </>
      ),
    },
    {
      key: 'step',
      header: t('voted.now'),
      label: t('voted.now'),
      width: 240,
      cell: (each) => (
        <>
          {say(step(each))}
          <span className="vd-meta">{outcomeOf(each)}</span>
        </>
      ),
    },
    { key: 'at', header: t('voted.at'), label: t('voted.at'), width: 120, cell: ({ updatedAt }) => day(updatedAt) },
    {
      key: 'minutes',
      header: t('voted.minutes'),
      label: t('voted.minutes'),
      width: 150,
      cell: ({ id, title }) =>
        withMinutes.has(id) ? (
          <span className="agenda-files">
            {(['pdf', 'docx'] as const).map((format) => (
              <a key={format} href={paperAddress('dossiers', id, 'minutes', format)} download>
                {format.toUpperCase()}
                <span className="vd-hidden"> {t('voted.of', { title })}</span>
              </a>
            ))}
          </span>
        ) : (
          <span className="vd-mute">{t('voted.noMinutes')}</span>
        ),
    },
  ];
  const outcomeOf = ({ outcome, decisionSymbol, decisionDate }: Listed): string => {
    if (decisionSymbol !== null && decisionDate !== null)
      return t('voted.decision', { symbol: decisionSymbol, day: day(decisionDate) });
    return outcome === null ? t('voted.noDecision') : t(`voted.outcomes.${outcome}`);
  };
  return (
    <DataTable
      label={t('voted.title')}
      columns={columns}
      groups={[{ key: 'all', rows: items }]}
      rowKey={({ id }) => id}
    />
  );
}
