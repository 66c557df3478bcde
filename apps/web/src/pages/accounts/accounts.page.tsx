import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Button,
  DataTable,
  Empty,
  FilterChips,
  PageHead,
  Panel,
  PersonChip,
  StatusLine,
  TextField,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { plain } from '../../format/plain.js';
import { Shown } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { type AccountListed, accountsQuery } from '../operator/accounts.js';
import { openAct } from './account-acts.js';
import { AccountPanel } from './account-panel.js';
import { ActsPanel } from './acts-panel.js';
import './accounts.css';

const filters = ['open', 'without', 'closed', 'all'] as const;
type Filter = (typeof filters)[number];

const matches: Readonly<Record<Filter, (account: AccountListed) => boolean>> = {
  open: ({ closedAt }) => closedAt === null,
  without: ({ closedAt, hasPassword }) => closedAt === null && !hasPassword,
  closed: ({ closedAt }) => closedAt !== null,
  all: () => true,
};

/** Tài khoản: who can sign in and how, and what was done to accounts. */
export function AccountsPage(): ReactElement {
  const { t } = useTranslation('accounts');
  const { tk } = useSearch({ from: '/framed/quan-tri/tai-khoan' });
  const navigate = useNavigate({ from: '/quan-tri/tai-khoan' });
  const query = useQuery(accountsQuery);
  const [filter, setFilter] = useState<Filter>('open');
  const [typed, setTyped] = useState('');
  const [act, setAct] = useState<Act>();
  useTitle(t('title'));
  const all = query.data ?? [];
  const sought = plain(typed.trim());
  const shown = all.filter((each) => matches[filter](each) && plain(`${each.name} ${each.id}`).includes(sought));
  const chosen = all.find(({ id }) => id === tk);
  const choose = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { tk: id } });
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          query.data && (
            <Button icon="plus" onClick={() => setAct(openAct(t, choose))}>
              {t('open.button')}
            </Button>
          )
        }
      />
      <Shown query={query} label={t('title')} lines={10}>
        {() => (
          <div className="vd-stack">
            <div className={chosen ? 'vd-columns' : undefined}>
              <Panel
                title={t('list')}
                meta={t('count', { count: all.length })}
                flush
                extra={
                  <FilterChips<Filter>
                    label={t('filter')}
                    chips={filters.map((value) => ({
                      value,
                      label: (
                        <>
                          {t(`filters.${value}`)} <b>{all.filter(matches[value]).length}</b>
                        </>
                      ),
                    }))}
                    value={filter}
                    onChange={setFilter}
                  />
                }
              >
                <div className="accounts-find">
                  <TextField
                    label={t('find')}
                    hint={t('findHint')}
                    value={typed}
                    onChange={({ target }) => setTyped(target.value)}
                  />
                </div>
                {shown.length === 0 ? (
                  <Empty title={t('nothing')} />
                ) : (
                  <DataTable<AccountListed>
                    label={t('list')}
                    rowKey={({ id }) => id}
                    groups={[{ key: 'all', rows: shown }]}
                    current={chosen?.id}
                    columns={[
                      {
                        key: 'name',
                        header: t('fields.name'),
                        rowHeader: true,
                        cell: ({ id, name, email, sample }) => (
                          <>
                            <PersonChip name={name} {...(sample ? { role: t('sample') } : {})} />
                            <span className="vd-meta vd-mono">{[id, email].filter(Boolean).join(' · ')}</span>
                          </>
                        ),
                      },
                      {
                        key: 'state',
                        header: t('state'),
                        label: t('state'),
                        width: 150,
                        cell: ({ closedAt }) =>
                          closedAt === null ? (
                            <StatusLine status="ok">{t('isOpen')}</StatusLine>
                          ) : (
                            <StatusLine status="done" mark="cross">
                              {t('isClosed', { day: day(closedAt) })}
                            </StatusLine>
                          ),
                      },
                      {
                        key: 'ways',
                        header: t('ways'),
                        label: t('ways'),
                        width: 230,
                        cell: ({ hasPassword, hasSecondFactor }) => (
                          <>
                            {t(hasPassword ? 'withPassword' : 'withoutPassword')}
                            <span className="vd-meta">{t(hasSecondFactor ? 'withSecond' : 'withoutSecond')}</span>
                          </>
                        ),
                      },
                      {
                        key: 'act',
                        header: <span className="vd-hidden">{t('act')}</span>,
                        width: 100,
                        phone: 'wide',
                        cell: ({ id, name }) => (
                          <span className="operator-act">
                            <Button
                              size="small"
                              aria-pressed={id === tk}
                              onClick={() => choose(id === tk ? undefined : id)}
                            >
                              {t('see')}
                              <span className="vd-hidden"> {name}</span>
                            </Button>
                          </span>
                        ),
                      },
                    ]}
                  />
                )}
              </Panel>
              {chosen && (
                <AccountPanel key={chosen.id} account={chosen} onAct={setAct} onClose={() => choose(undefined)} />
              )}
            </div>
            <ActsPanel />
          </div>
        )}
      </Shown>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}
