import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { handoversQuery } from '../../api/handovers.js';
import { meQuery } from '../../api/queries.js';
import { useVacancies } from '../../api/vacancies.js';
import { Note, useSay } from '../../components/index.js';
import { day, isoDay } from '../../format/dates.js';
import { daysAfter } from '../../format/days.js';

/** So long after a handover the newcomer is reminded of its notes. */
const DAYS = 14;

/** Whose work came to the reader lately, what waits for his confirmation, and, for a head, where nobody answers for the work. */
export default function HandoverStrip({ unitId }: { readonly unitId: string }): ReactElement {
  const { t } = useTranslation('worklist');
  const say = useSay();
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery(handoversQuery);
  const vacancies = useVacancies(unitId, me?.id);
  const since = daysAfter(isoDay(new Date()), -DAYS);
  const mine = (data?.items ?? []).filter(({ toAccountId }) => toAccountId === me?.id);
  const open = mine.filter(({ state, confirmed }) => state === 'open' && !confirmed.includes('taker'));
  const done = mine.filter(({ completedFrom }) => completedFrom !== null && completedFrom >= since);
  return (
    <div className="vd-handovers">
      {open.map(({ handoverId, fromName, fromAccountId, items, on }) => (
        <Note key={handoverId} kind="soon">
          {t('handover.open', { count: items, from: fromName ?? fromAccountId, day: day(on) })}{' '}
          <Link to="/ban-giao/$id" params={{ id: handoverId }}>
            {t('handover.confirm')}
          </Link>
        </Note>
      ))}
      {done.map(({ handoverId, fromName, fromAccountId, items, completedFrom }) => (
        <Note key={handoverId}>
          {t('handover.done', { count: items, from: fromName ?? fromAccountId, day: day(completedFrom ?? '') })}{' '}
          <Link to="/ban-giao/$id" params={{ id: handoverId }}>
            {t('handover.notes')}
          </Link>
          {' · '}
          <Link to="/bat-dau">{t('handover.begin')}</Link>
        </Note>
      ))}
      {vacancies.map(({ positionId, title, lastHolder, open: count }) => (
        <Note key={positionId} kind="soon">
          {t('handover.vacant', { count, position: say(title) })}{' '}
          <Link to="/ban-giao/moi" search={{ viTri: positionId, tu: lastHolder }}>
            {t('handover.propose')}
          </Link>
        </Note>
      ))}
    </div>
  );
}
