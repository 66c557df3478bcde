import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { Button, DataTable, KeyValues, PageHead, Panel } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';

/** Tài khoản của tôi: who one is here, and where one is signed in. */
export function AccountPage(): ReactElement {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const sessions = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/sessions', { signal })),
  });
  const end = useMutation({
    mutationFn: (id: string) => told(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me', 'sessions'] }),
  });
  useTitle(t('title'));
  return (
    <>
      <PageHead title={t('title')} />
      <div className="vd-stack">
        <Panel title={t('who')}>
          <Shown query={me} label={t('who')}>
            {({ id, name, email, secondFactorOn }) => (
              <KeyValues
                items={[
                  [t('name'), name],
                  [t('id'), <span className="vd-mono">{id}</span>],
                  [t('email'), email === null ? '–' : <span className="vd-mono">{email}</span>],
                  [t('secondFactor'), secondFactorOn ? t('on') : t('off')],
                ]}
              />
            )}
          </Shown>
        </Panel>
        <Panel title={t('sessions')} flush>
          <Shown query={sessions} label={t('sessions')}>
            {({ items }) => (
              <DataTable
                label={t('sessions')}
                rowKey={({ id }) => id}
                groups={[{ key: 'all', rows: items }]}
                columns={[
                  { key: 'agent', header: t('browser'), rowHeader: true, cell: ({ userAgent }) => userAgent || '–' },
                  {
                    key: 'begun',
                    header: t('begun'),
                    label: t('begun'),
                    width: 160,
                    cell: ({ createdAt }) => moment(createdAt),
                  },
                  {
                    key: 'seen',
                    header: t('seen'),
                    label: t('seen'),
                    width: 160,
                    cell: ({ lastSeenAt }) => moment(lastSeenAt),
                  },
                  {
                    key: 'end',
                    header: <span className="vd-hidden">{t('end')}</span>,
                    align: 'right',
                    width: 160,
                    cell: ({ id, current }) =>
                      current ? (
                        t('current')
                      ) : (
                        <Button
                          size="small"
                          busy={end.isPending && end.variables === id}
                          onClick={() => end.mutate(id)}
                        >
                          {t('end')}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
          </Shown>
        </Panel>
      </div>
    </>
  );
}
