import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import { Facts, Note, PageHead, Panel, StatusTag, useCite, useLanguage, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { money } from '../../format/numbers.js';
import { Shown, ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { PapersPanel } from '../papers/papers-panel.js';
import { DecisionOpenings } from '../openings/openings-panel.js';
import { decisionAllowedQuery, decisionQuery, type DecisionRead, recipientsQuery } from './decisions.js';
import { DecisionForm } from './decision-form.js';
import { DecisionSum } from './decision-sum.js';
import { RecipientsTable } from './recipients-table.js';
import './decisions.css';

const route = getRouteApi('/framed/trinh-ky/$id');

/** A decision: whom it honours, what it costs, and what may be done with it. */
export function DecisionPage(): ReactElement {
  const { t } = useTranslation('decisions');
  const { id } = route.useParams();
  const query = useQuery(decisionQuery(id));
  useTitle(t('one'));
  return (
    <ShownPage query={query} label={t('one')} lines={8}>
      {(decision) => <Decision decision={decision} />}
    </ShownPage>
  );
}

function Decision({ decision }: { readonly decision: DecisionRead }): ReactElement {
  const { t } = useTranslation('decisions');
  const say = useSay();
  const cite = useCite();
  const language = useLanguage();
  const award = useAwardNames();
  const unit = useUnitNames();
  const { data: me } = useQuery(meQuery);
  const recipients = useQuery(recipientsQuery(decision.id));
  const allowed = useQuery(decisionAllowedQuery(decision.id));
  const { issue, stage } = decision;
  const prizes = recipients.data?.prizes;
  const title = issue ? t('symbol', { symbol: issue.symbol }) : t('draftOf', { award: say(award(decision.award)) });
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          <Link key="list" to="/trinh-ky">
            {t('title')}
          </Link>,
          <span key="here">{t('one')}</span>,
        ]}
        sub={
          <>
            {say(unit(decision.bodyId))} · {t('table.drafted', { day: day(decision.draftedOn) })}
            {issue && ` · ${t('issuedOn', { day: day(issue.date), signer: issue.signer.name })}`}{' '}
            <StatusTag status={stage === 'issued' ? 'done' : stage === 'drafted' ? 'act' : 'late'}>
              {t(`stages.${stage}`)}
            </StatusTag>
          </>
        }
      />
      <Facts
        items={[
          { name: t('facts.recipients'), value: decision.recipients.length },
          {
            name: t('facts.collectives'),
            value: decision.recipients.filter(({ kind }) => kind === 'collective').length,
          },
          {
            name: t('facts.individuals'),
            value: decision.recipients.filter(({ kind }) => kind === 'individual').length,
          },
          ...(decision.recipients.some(({ kind }) => kind === 'household')
            ? [
                {
                  name: t('facts.households'),
                  value: decision.recipients.filter(({ kind }) => kind === 'household').length,
                },
              ]
            : []),
          ...(decision.cancelled > 0 ? [{ name: t('facts.cancelled'), value: decision.cancelled }] : []),
          {
            wide: true,
            name: prizes?.preview ? t('facts.prizesToday') : t('facts.prizes'),
            value: prizes ? money(prizes.total, language) : t('facts.noPrize'),
          },
        ]}
      />
      {prizes && prizes.unknown.length > 0 && (
        <Note kind="soon">
          {t('unknownPrize', { kinds: prizes.unknown.map((kind) => t(`kinds.${kind}`)).join(', ') })}
        </Note>
      )}
      {prizes && (
        <p className="vd-meta decisions-source">
          {t('base', {
            amount: money(prizes.baseSalary.amount, language),
            day: day(prizes.baseSalary.from),
            source: cite(prizes.baseSalary.source),
          })}
        </p>
      )}
      <div className="vd-columns">
        <div className="vd-stack">
          <Panel title={t('recipients')} flush>
            <Shown query={recipients} label={t('recipients')}>
              {({ items }) => <RecipientsTable decision={decision} items={items} />}
            </Shown>
          </Panel>
          <DecisionOpenings id={decision.id} />
        </div>
        <aside className="vd-stack">
          <Shown query={allowed} label={t('acts')}>
            {({ commands }) => (
              <>
                {me && (
                  <DecisionForm
                    key={decision.id}
                    decision={decision}
                    commands={commands}
                    recipients={recipients.data}
                    account={me.id}
                  />
                )}
              </>
            )}
          </Shown>
          <Panel title={t('sum.title')} meta={prizes?.preview ? t('sum.today') : undefined}>
            <DecisionSum decision={decision} prizes={prizes ?? null} />
          </Panel>
          <PapersPanel of="decisions" id={decision.id} />
        </aside>
      </div>
    </>
  );
}
