import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { allowedQuery, type Dossier, dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { meQuery } from '../../api/queries.js';
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ErrorSummary,
  Note,
  PageHead,
  Panel,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { place } from '../../format/numbers.js';
import { dropDraft, keepDraft, openDraft } from '../../forms/drafts.js';
import { useClosed } from '../../forms/use-closed.js';
import { useCommand } from '../../forms/use-command.js';
import { ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { Conflict } from '../act/conflict.js';
import { FromFile } from './from-file.js';
import { NomineeForm } from './nominee-form.js';
import type { NomineeInput } from './nominee-input.js';
import './nominees.css';

const route = getRouteApi('/framed/ho-so/$id/doi-tuong');

/** Danh sách đề nghị: by form or from a list, looked at once, then added together. */
export function NomineesPage(): ReactElement {
  const { t } = useTranslation('nominees');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  const { data: me } = useQuery(meQuery);
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('title')}>
      {(dossier) => me && <Nominees dossier={dossier} account={me.id} />}
    </ShownPage>
  );
}

function Nominees({ dossier, account }: { readonly dossier: Dossier; readonly account: string }): ReactElement {
  const { t } = useTranslation('nominees');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const grades = useProcedureOf(dossier)?.grades ?? [];
  const gradeName = (code: string) => {
    const grade = grades.find((each) => each.code === code);
    return grade ? say(grade.names) : code;
  };
  const may = allowed?.commands.find(({ command }) => command === 'add-nominees');
  const draftPlace = { account, subject: dossier.id, form: 'add-nominees' };
  const [list, setList] = useState<readonly NomineeInput[]>(
    () => openDraft<readonly NomineeInput[]>(draftPlace).values ?? [],
  );
  const closed = useClosed(may, list.length > 0);
  const put = (next: readonly NomineeInput[]) => {
    setList(next);
    keepDraft(draftPlace, next);
  };
  const command = useCommand<readonly NomineeInput[], { readonly position: string }>({
    place: draftPlace,
    revision: dossier.revision,
    send: (nominees, headers) =>
      told(
        api.POST('/api/v1/dossiers/{id}/add-nominees', {
          params: { path: { id: dossier.id } } as never,
          headers: { ...headers },
          body: { nominees } as never,
        }),
      ),
    accepted: ({ position }) => {
      dropDraft(draftPlace);
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/ho-so/$id', params: { id: dossier.id } });
    },
  });
  const columns: readonly Column<NomineeInput & { readonly at: number }>[] = [
    { key: 'no', header: t('table.no'), width: 56, align: 'center', phone: 'hidden', cell: ({ at }) => at + 1 },
    {
      key: 'name',
      header: t('table.name'),
      rowHeader: true,
      cell: ({ name, kind, grade }) => (
        <>
          {name}
          <span className="vd-meta">{[t(`kinds.${kind}`), grade && gradeName(grade)].filter(Boolean).join(', ')}</span>
        </>
      ),
    },
    { key: 'unit', header: t('table.unit'), label: t('table.unit'), cell: ({ unit }) => unit },
    {
      key: 'standing',
      header: t('table.standing'),
      label: t('table.standing'),
      width: 160,
      cell: ({ standing }) => (standing ? t(`standing.${standing}`) : '–'),
    },
    {
      key: 'drop',
      header: t('table.change'),
      width: 90,
      cell: ({ at, name }) => (
        <Button size="small" onClick={() => put(list.filter((_, index) => index !== at))}>
          {t('table.drop')}
          <span className="vd-hidden"> {name}</span>
        </Button>
      ),
    },
  ];
  const problem = command.refused;
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          <Link key="dossier" lang="vi" to="/ho-so/$id" params={{ id: dossier.id }}>
            {dossier.title}
          </Link>,
          <span key="here">{t('title')}</span>,
        ]}
        sub={t('there', { count: dossier.counts.total })}
      />
      {may && !may.allowed && (
        <Note kind="plain">
          <b>{t('notNow')}</b> {may.refusal && say(may.refusal.details)}
        </Note>
      )}
      {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
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
      {!closed && (
        <div className="vd-columns vd-columns-narrow">
          <div className="vd-stack">
            <Panel title={t('byForm')}>
              <NomineeForm grades={grades} onAdd={(nominee) => put([...list, nominee])} />
            </Panel>
            <Panel
              title={t('list')}
              meta={t('count', { count: list.length })}
              flush
              footer={
                <span className="nominees-send">
                  <Button
                    kind="primary"
                    busy={command.sending}
                    refused={list.length === 0 ? t('nothing') : may?.allowed === false ? t('notNow') : undefined}
                    onClick={() => void command.send(list)}
                  >
                    {t('send', { count: list.length })}
                  </Button>
                </span>
              }
            >
              {list.length === 0 ? (
                <Empty title={t('none')} />
              ) : (
                <DataTable
                  label={t('list')}
                  columns={columns}
                  groups={[{ key: 'list', rows: list.map((nominee, at) => ({ ...nominee, at })) }]}
                  rowKey={({ at }) => String(at)}
                />
              )}
            </Panel>
          </div>
          <aside className="vd-stack">
            <Panel title={t('file.title')}>
              <FromFile id={dossier.id} onTake={(nominees) => put([...list, ...nominees])} />
            </Panel>
          </aside>
        </div>
      )}
      {command.conflict && (
        <Conflict
          dossier={dossier}
          kept={list
            .map(({ name }) => name)
            .slice(0, 3)
            .join(', ')}
          onClose={command.reset}
          onRedo={(revision) => {
            command.reset();
            void command.send(list, revision);
          }}
        />
      )}
    </>
  );
}
