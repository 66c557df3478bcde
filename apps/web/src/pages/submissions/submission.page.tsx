import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import { Facts, Note, PageHead, Panel, StatusTag, useSay } from '../../components/index.js';
import { day, moment } from '../../format/dates.js';
import { Shown, ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { CarriedTable } from './carried-table.js';
import { LetterForm } from './letter-form.js';
import { LetterTimeline } from './letter-timeline.js';
import { statusOfStage } from './stage-status.js';
import { addresseeOf, type Letter, letterAllowedQuery, letterQuery } from './submissions.js';
import './submissions.css';

const route = getRouteApi('/framed/to-trinh/$id');

/** A letter to the level above: the dossiers on it, where each stands, and what may be done with it. */
export function SubmissionPage(): ReactElement {
  const { t } = useTranslation('submissions');
  const { id } = route.useParams();
  const query = useQuery(letterQuery(id));
  useTitle(t('one'));
  return (
    <ShownPage query={query} label={t('one')} lines={8}>
      {(letter) => <LetterShown letter={letter} />}
    </ShownPage>
  );
}

function LetterShown({ letter }: { readonly letter: Letter }): ReactElement {
  const { t } = useTranslation('submissions');
  const say = useSay();
  const unit = useUnitNames();
  const { data: me } = useQuery(meQuery);
  const allowed = useQuery(letterAllowedQuery(letter.id));
  const { stage, dossiers, letter: numbered, sentAt, receivedAt } = letter;
  const left = dossiers.filter((each) => each.left !== null).length;
  return (
    <>
      <PageHead
        title={letter.title}
        titleLang="vi"
        crumbs={[
          <Link key="list" to="/to-trinh">
            {t('title')}
          </Link>,
          <span key="here">
            {numbered ? (
              t('numbered', { number: numbered.number, day: day(numbered.date) })
            ) : (
              <span className="vd-mono">{letter.id.slice(0, 8)}</span>
            )}
          </span>,
        ]}
        sub={
          <>
            {t('fromTo', { from: say(unit(letter.bodyId)), to: say(addresseeOf(letter, unit)) })} ·{' '}
            {t('drafted', { day: day(letter.draftedAt) })}{' '}
            <StatusTag status={statusOfStage[stage]}>{t(`stages.${stage}`)}</StatusTag>
          </>
        }
      />
      {numbered && (
        <Facts
          items={[
            { name: t('facts.dossiers'), value: dossiers.length },
            ...(left > 0 ? [{ name: t('facts.left'), value: left }] : []),
            { name: t('facts.number'), value: numbered.number },
            ...(sentAt ? [{ wide: true, name: t('facts.sent'), value: moment(sentAt) }] : []),
            ...(receivedAt ? [{ wide: true, name: t('facts.received'), value: moment(receivedAt) }] : []),
          ]}
        />
      )}
      {letter.abandoned && <Note>{t('abandoned', { reason: letter.abandoned.reason })}</Note>}
      <div className="vd-columns">
        <div className="vd-stack">
          <Panel title={t('dossiers')} meta={t('count', { count: dossiers.length })} flush>
            <CarriedTable letter={letter} />
          </Panel>
          <LetterTimeline id={letter.id} />
        </div>
        <aside className="vd-stack" aria-label={t('acts')}>
          <Shown query={allowed} label={t('acts')}>
            {({ commands }) => (
              <>{me && <LetterForm key={letter.id} letter={letter} commands={commands} account={me.id} />}</>
            )}
          </Shown>
        </aside>
      </div>
    </>
  );
}
