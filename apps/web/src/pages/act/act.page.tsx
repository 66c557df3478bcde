import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, blockedQuery, type Dossier, dossierQuery } from '../../api/dossier.js';
import { Note, PageHead, Panel, useSay, WhyStrip, useGround } from '../../components/index.js';
import { Shown, ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { ActForm } from './act-form.js';
import { actForms } from './act-forms.js';
import { sentenceCase } from './act-place.js';
import { AttachFile } from './attach-file.js';
import './act.css';

const route = getRouteApi('/framed/ho-so/$id/viec/$act');

/** One act on one dossier: what it asks for, what it will do, and why it cannot be done where it cannot. */
export function ActPage(): ReactElement {
  const { t } = useTranslation('act');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('dossier')}>
      {(dossier) => <ActShown dossier={dossier} />}
    </ShownPage>
  );
}

function ActShown({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('act');
  const ground = useGround();
  const say = useSay();
  const { act } = route.useParams();
  const { han } = route.useSearch();
  const allowed = useQuery(allowedQuery(dossier.id));
  const { data: blocked } = useQuery(blockedQuery(dossier.id));
  const command = allowed.data?.commands.find((each) => each.command === act);
  const form = actForms[act];
  const name = command ? sentenceCase(say(command.name)) : t('title');
  useTitle(name);
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          <Link key="dossier" lang="vi" to="/ho-so/$id" params={{ id: dossier.id }}>
            {dossier.title}
          </Link>,
          <span key="here">{name}</span>,
        ]}
        {...(command?.until && { sub: t('until', { at: say(command.until.text), clock: say(command.until.name) }) })}
      />
      <div className="vd-columns vd-columns-narrow">
        <Panel title={t('form')}>
          <Shown query={allowed} label={name}>
            {() => {
              if (command && !command.allowed)
                return (
                  <Note kind="plain">
                    <b>{t('notNow')}</b> {command.refusal && say(command.refusal.details)}{' '}
                    {command.refusal?.source && <span className="vd-meta">{ground(command.refusal)}</span>}
                  </Note>
                );
              if (!form) return <Note kind="plain">{t('unknown')}</Note>;
              if (act === 'attach-document' && dossier.secrecy === 'none') return <AttachFile dossier={dossier} />;
              return (
                <ActForm
                  key={act}
                  act={act}
                  name={name}
                  form={form}
                  dossier={dossier}
                  outcomes={command?.outcomes ?? []}
                  given={han === undefined ? {} : { deadlineId: han }}
                />
              );
            }}
          </Shown>
        </Panel>
        <aside>{blocked && <WhyStrip blocked={blocked} />}</aside>
      </div>
    </>
  );
}
