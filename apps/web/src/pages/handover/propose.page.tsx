import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { Empty, PageHead } from '../../components/index.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { ProposeForm } from './propose-form.js';
import './handover.css';

/** Đề nghị bàn giao: the leaver himself, or the head for somebody of the unit, says who takes the open work. */
export function ProposePage(): ReactElement {
  const { t } = useTranslation('handover');
  const { standing } = useStanding();
  const { data: me } = useQuery(meQuery);
  useTitle(t('propose'));
  return (
    <>
      <PageHead
        title={t('propose')}
        crumbs={[
          <Link key="list" to="/ban-giao">
            {t('title')}
          </Link>,
          <span key="here">{t('propose')}</span>,
        ]}
        sub={t('proposeSub')}
      />
      {standing && me ? (
        <ProposeForm key={standing.positionId} unitId={standing.unitId} account={me.id} />
      ) : (
        <Empty title={t('noPosition')} />
      )}
    </>
  );
}
