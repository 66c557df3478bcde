import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, classNames, Note, PageHead, Panel, useSay } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { number, place } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useRememberedList } from '../../shell/shortcuts/came-from.js';
import { useTitle } from '../../shell/use-title.js';
import { WhoMay } from '../../shell/who-may.js';
import { Findings } from './findings.js';
import { Parameters } from './parameters.js';
import { findingsQuery, questionsQuery, SAMPLE_SIZES } from './screening.query.js';
import './screening.css';

const route = getRouteApi('/framed/sang-loc');

/** More than so many working days, unless somebody says how many. */
const USUAL_DAYS = 5;

/** Sàng lọc: prepared questions by which an auditor finds cases worth a look. What is asked stands in the address. */
export function ScreeningPage(): ReactElement {
  const { t } = useTranslation('screening');
  const { standing } = useStanding();
  useTitle(t('title'));
  if (standing && !hasRole(standing, 'auditor'))
    return (
      <>
        <PageHead title={t('title')} />
        <WhoMay roles={['auditor']} />
      </>
    );
  return <Screening />;
}

function Screening(): ReactElement {
  const { t } = useTranslation('screening');
  const say = useSay();
  const navigate = route.useNavigate();
  const { cauHoi: question = 'overdue', ngay: days = USUAL_DAYS, hatGiong: seed, co, sau: cursor } = route.useSearch();
  const size = SAMPLE_SIZES.find((each) => each === co) ?? SAMPLE_SIZES[0];
  const list = useQuery({ ...questionsQuery(days), placeholderData: keepPreviousData });
  const findings = useQuery(findingsQuery({ question, days, seed, size, cursor }));
  const thrown = findings.data?.seed;
  useEffect(() => {
    // The seed belongs into the address: with it anybody draws the same dossiers.
    if (question === 'sample' && seed === undefined && thrown !== undefined)
      void navigate({ search: (old) => ({ ...old, hatGiong: thrown }), replace: true, resetScroll: false });
  }, [question, seed, thrown, navigate]);
  useRememberedList(findings.data?.items.map(({ dossierId }) => dossierId));
  const asked = list.data?.items.find((each) => each.question === question);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={<span className="vd-screen-only">{t('sub')}</span>}
        actions={
          <Button icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className="screening">
        <nav className="vd-panel screening-questions" aria-label={t('questions')}>
          <Shown query={list} label={t('questions')} lines={8}>
            {({ items }) => (
              <ul>
                {items.map((each) => (
                  <li key={each.question}>
                    <Link
                      from="/sang-loc"
                      to="/sang-loc"
                      search={(old) => ({
                        cauHoi: each.question,
                        ...(old.ngay === undefined ? {} : { ngay: old.ngay }),
                      })}
                      resetScroll={false}
                      aria-current={each.question === question ? 'page' : undefined}
                      className={classNames(each.question === question && 'screening-asked')}
                      activeProps={{}}
                    >
                      <span>{say(each.name)}</span>
                      <b className={each.found === 0 ? 'screening-none' : undefined}>
                        {number(each.found)}
                        <span className="vd-hidden"> {each.question === 'sample' ? t('dossiers') : t('cases')}</span>
                      </b>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Shown>
        </nav>
        <Panel
          title={asked ? say(asked.name) : t('found')}
          flush
          footer={
            findings.data && (
              <>
                <span>{t('asOf', { position: place(findings.data.position) })}</span>
                <span className="vd-print-only">{t('printedAt', { at: moment(new Date()) })}</span>
              </>
            )
          }
        >
          <div className="screening-how">
            {asked && <p>{say(asked.how)}</p>}
            <Parameters
              question={question}
              days={days}
              seed={seed ?? thrown}
              size={size}
              onAsk={(more) =>
                void navigate({
                  search: (old) => ({ ...old, sau: undefined, cauHoi: question, ...more }),
                  resetScroll: false,
                })
              }
            />
          </div>
          <Shown query={findings} label={t('found')} lines={6}>
            {(page) => (
              <>
                {page.behind && <Note kind="soon">{t('behind')}</Note>}
                <Findings
                  page={page}
                  size={size}
                  onFirst={
                    cursor === undefined
                      ? undefined
                      : () => void navigate({ search: (old) => ({ ...old, sau: undefined }), resetScroll: false })
                  }
                  onNext={
                    page.next === null || question === 'sample'
                      ? undefined
                      : () => void navigate({ search: (old) => ({ ...old, sau: page.next ?? undefined }) })
                  }
                />
              </>
            )}
          </Shown>
        </Panel>
      </div>
    </>
  );
}
