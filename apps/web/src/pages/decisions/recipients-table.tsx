import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, StatusLine, useLanguage, useSay } from '../../components/index.js';
import { money } from '../../format/numbers.js';
import type { DecisionRead, Recipients } from './decisions.js';

type Recipient = Recipients['items'][number];

/** The list of the decision, dossier by dossier, in the order of the golden book. */
export function RecipientsTable({
  decision,
  items,
}: {
  readonly decision: DecisionRead;
  readonly items: readonly Recipient[];
}): ReactElement {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const say = useSay();
  const known = new Map(decision.recipients.map((each) => [`${each.dossierId} ${each.nomineeId}`, each] as const));
  const columns: readonly Column<Recipient>[] = [
    {
      key: 'no',
      header: t('list.no'),
      label: t('list.no'),
      align: 'center',
      width: 70,
      cell: ({ goldenBookNumber }) => goldenBookNumber,
    },
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      cell: ({ name, unit, dossierId, nomineeId }) => {
        const recipient = known.get(`${dossierId} ${nomineeId}`);
        return (
          <>
            <b>{name}</b>
            <span className="vd-meta">{unit}</span>
            {recipient?.cancelled && <StatusLine status="fail">{t('list.cancelled')}</StatusLine>}
            {recipient?.restored && <StatusLine status="done">{t('list.restored')}</StatusLine>}
          </>
        );
      },
    },
    {
      key: 'kind',
      header: t('list.kind'),
      label: t('list.kind'),
      width: 150,
      cell: ({ kind, grade }) => (
        <>
          {t(`kinds.${kind}`)}
          {grade && <span className="vd-meta">{say(grade)}</span>}
        </>
      ),
    },
    {
      key: 'prize',
      header: t('list.prize'),
      label: t('list.prize'),
      align: 'right',
      width: 150,
      cell: ({ prize }) => (prize === null ? '?' : money(prize, language)),
    },
  ];
  const dossiers = [...new Map(items.map(({ dossierId, dossierTitle }) => [dossierId, dossierTitle]))];
  return (
    <DataTable
      label={t('recipients')}
      columns={columns}
      groups={dossiers.map(([id, title]) => ({
        key: id,
        head: (
          <Link to="/ho-so/$id" params={{ id }}>
            {title}
          </Link>
        ),
        rows: items.filter(({ dossierId }) => dossierId === id),
      }))}
      rowKey={({ dossierId, nomineeId }) => `${dossierId} ${nomineeId}`}
    />
  );
}
