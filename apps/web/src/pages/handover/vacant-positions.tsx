import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVacancies } from '../../api/vacancies.js';
import { buttonClass, Panel, StatusLine, useSay } from '../../components/index.js';

/** Positions that nobody holds while work lies at them: it is the head’s until somebody takes it over. */
export function VacantPositions({
  unitId,
  account,
}: {
  readonly unitId: string;
  readonly account: string;
}): ReactElement | null {
  const { t } = useTranslation('handover');
  const say = useSay();
  const vacancies = useVacancies(unitId, account);
  if (vacancies.length === 0) return null;
  return (
    <Panel title={t('vacant.title')} meta={t('vacant.meta')}>
      <ul className="handover-lines">
        {vacancies.map(({ positionId, title, lastHolder, open }) => (
          <li key={positionId}>
            <span>
              <b>{say(title)}</b> <StatusLine status="soon">{t('vacant.open', { count: open })}</StatusLine>
            </span>
            <Link
              to="/ban-giao/moi"
              search={{ viTri: positionId, tu: lastHolder }}
              className={buttonClass({ size: 'small' })}
            >
              {t('vacant.propose')}
              <span className="vd-hidden"> {say(title)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
