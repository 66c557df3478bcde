import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { dossierQuery } from '../../api/dossier.js';
import { useAwardNames } from '../../api/names.js';
import { meQuery, queryClient } from '../../api/queries.js';
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ErrorSummary,
  Panel,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { place } from '../../format/numbers.js';
import { useCommand } from '../../forms/use-command.js';
import { Shown } from '../../shell/shown.js';
import { toDraftQuery } from './decisions.js';

/** Approved dossiers without a draft: those of one award and one body go into one decision. */
export function ToDraft(): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <ToDraftOf account={me.id} /> : <></>;
}

function ToDraftOf({ account }: { readonly account: string }): ReactElement {
  const { t } = useTranslation('decisions');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const award = useAwardNames();
  const navigate = useNavigate();
  const query = useQuery(toDraftQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const command = useCommand<readonly string[], { readonly id: string; readonly position: string }>({
    place: { account, subject: 'decisions', form: 'draft' },
    send: async (ids, headers) => {
      const dossiers = await Promise.all(ids.map((id) => queryClient.fetchQuery(dossierQuery(id))));
      return told(
        api.POST('/api/v1/decisions', {
          params: {} as never,
          headers: { ...headers },
          body: {
            dossiers: dossiers.map(({ id, nominees }) => ({
              dossierId: id,
              nominees: nominees
                .filter(({ approval, decisionId }) => approval?.approved && decisionId === undefined)
                .map((nominee) => nominee.id),
            })),
          } as never,
        }),
      );
    },
    accepted: ({ id, position }) => {
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/trinh-ky/$id', params: { id } });
    },
  });
  type Row = NonNullable<(typeof query)['data']>[number];
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      header: t('draft.dossier'),
      rowHeader: true,
      cell: ({ id, title, procedureCode }) => (
        <>
          <Link className="vd-table-name" to="/ho-so/$id" params={{ id }}>
            {title}
          </Link>
          <span className="vd-meta">{say(award(procedureCode))}</span>
        </>
      ),
    },
    {
      key: 'count',
      header: t('draft.nominees'),
      label: t('draft.nominees'),
      align: 'right',
      width: 110,
      cell: ({ individuals, collectives, households }) => individuals + collectives + households,
    },
  ];
  const problem = command.refused;
  return (
    <Panel
      title={t('draft.title')}
      meta={t('draft.count', { count: query.data?.length ?? 0 })}
      flush
      footer={
        <span className="decisions-send">
          <Button
            kind="primary"
            busy={command.sending}
            refused={chosen.size === 0 ? t('draft.choose') : undefined}
            onClick={() => void command.send([...chosen])}
          >
            {t('draft.send', { count: chosen.size })}
          </Button>
        </span>
      }
    >
      <ErrorSummary
        title={t('refused')}
        errors={
          problem
            ? [
                {
                  text: problem.body.details ? say(problem.body.details) : problem.code,
                  source: ground(problem.body),
                },
              ]
            : []
        }
      />
      <Shown query={query} label={t('draft.title')}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('draft.none')} />
          ) : (
            <DataTable
              label={t('draft.title')}
              columns={columns}
              groups={[{ key: 'all', rows: items }]}
              rowKey={({ id }) => id}
              selection={{ chosen, onChange: setChosen, labelOf: ({ title }) => t('draft.pick', { title }) }}
            />
          )
        }
      </Shown>
    </Panel>
  );
}
