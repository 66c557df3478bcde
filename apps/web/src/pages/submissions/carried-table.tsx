import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames } from '../../api/names.js';
import { type Column, DataTable, Empty, StatusLine, useSay } from '../../components/index.js';
import type { Letter } from './submissions.js';

type Carried = Letter['dossiers'][number];

/** The dossiers on a letter: what each is, where it stands now, and why one did not go along. */
export function CarriedTable({ letter }: { readonly letter: Letter }): ReactElement {
  const { t } = useTranslation('submissions');
  const say = useSay();
  const award = useAwardNames();
  const columns: readonly Column<Carried>[] = [
    {
      key: 'title',
      header: t('list.dossier'),
      rowHeader: true,
      cell: ({ dossierId, title, procedureCode, left }) => (
        <>
          {title === null ? (
            <span>
              {t('list.hidden')} <span className="vd-mono">{dossierId.slice(0, 8)}</span>
            </span>
          ) : (
            <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
              <span lang="vi">{title}</span>
            </Link>
          )}
          {procedureCode && <span className="vd-meta">{say(award(procedureCode))}</span>}
          {left && (
            <>
              <StatusLine status="fail">{t(`list.left.${left.at}`)}</StatusLine>
              <span className="vd-meta">{say(left.details)}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'step',
      header: t('list.now'),
      label: t('list.now'),
      width: 260,
      cell: ({ step }) => (step ? say(step) : '–'),
    },
  ];
  if (letter.dossiers.length === 0) return <Empty title={t('list.none')} />;
  return (
    <DataTable
      label={t('dossiers')}
      columns={columns}
      groups={[{ key: 'all', rows: letter.dossiers }]}
      rowKey={({ dossierId }) => dossierId}
    />
  );
}
