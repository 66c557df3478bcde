import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames } from '../../api/names.js';
import { Button, FilterSelect, Note, PageHead, Panel, useSay } from '../../components/index.js';
import { day, isoDay } from '../../format/dates.js';
import { daysAfter } from '../../format/days.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { ActDialog, type Act } from '../operator/act-dialog.js';
import { DiagramPanel } from './diagram-panel.js';
import { DifferencePanel } from './difference-panel.js';
import { DraftEditor } from './draft-editor.js';
import { DraftPanel } from './draft-panel.js';
import { lifeQuery, type ProcedureLife } from './procedures.queries.js';
import { VersionsTable } from './versions-table.js';
import './procedures.css';

const route = getRouteApi('/framed/quan-tri/quy-trinh/$code');
const WARN_DAYS = 60;

/** One award’s procedure: its versions, drafts and their dry runs, in what two differ, and where dossiers stand. */
export function ProcedurePage(): ReactElement {
  const { t } = useTranslation('procedures');
  const { code } = route.useParams();
  const say = useSay();
  const award = useAwardNames();
  const query = useQuery(lifeQuery(code));
  useTitle(say(award(code)));
  return (
    <>
      <PageHead
        title={say(award(code))}
        crumbs={[
          <Link key="list" to="/quan-tri/quy-trinh">
            {t('title')}
          </Link>,
          <span key="here" className="vd-mono">
            {code}
          </span>,
        ]}
      />
      <Shown query={query} label={say(award(code))} lines={8}>
        {(life) => <Life life={life} />}
      </Shown>
    </>
  );
}

function Life({ life }: { readonly life: ProcedureLife }): ReactElement {
  const { t } = useTranslation('procedures');
  const { standing } = useStanding();
  const { ban } = route.useSearch();
  const navigate = route.useNavigate();
  const [writing, setWriting] = useState(false);
  const [act, setAct] = useState<Act>();
  const operator = hasRole(standing, 'operator');
  const { code, revision, versions } = life;
  const drafts = versions.filter((each) => each.standing === 'draft');
  const published = versions.filter((each) => each.standing !== 'draft');
  const inForce = published.find((each) => each.standing === 'in_force') ?? published[0];
  const shown = published.find(({ version }) => version === ban) ?? inForce;
  const soon = daysAfter(isoDay(new Date()), WARN_DAYS);
  const ends =
    inForce?.standing === 'in_force' && inForce.until !== undefined && inForce.until <= soon
      ? inForce.until
      : undefined;
  const followed = published.some(({ from }) => from !== undefined && from === ends);
  return (
    <div className="vd-stack">
      {ends !== undefined && !followed && <Note kind="soon">{t('endsWithout', { until: day(ends) })}</Note>}
      <Panel
        title={t('versions.title')}
        meta={t('versions.meta')}
        flush
        extra={
          operator && (
            <Button size="small" icon="plus" aria-expanded={writing} onClick={() => setWriting(!writing)}>
              {t('draft.write')}
            </Button>
          )
        }
      >
        <VersionsTable life={life} operator={operator} onAct={setAct} />
      </Panel>
      {writing && (
        <DraftEditor code={code} revision={revision} base={inForce?.version} onDone={() => setWriting(false)} />
      )}
      {operator &&
        drafts.map((draft) => (
          <DraftPanel key={draft.version} code={code} revision={revision} draft={draft} onAct={setAct} />
        ))}
      {shown && (
        <>
          <DiagramPanel
            code={code}
            version={shown.version}
            choose={
              published.length > 1 && (
                <FilterSelect
                  label={t('version')}
                  choices={published.map(({ version }) => ({ value: version, label: version }))}
                  value={shown.version}
                  onChange={({ target }) => void navigate({ search: { ban: target.value } })}
                />
              )
            }
          />
          {versions.length > 1 && <DifferencePanel life={life} operator={operator} />}
        </>
      )}
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </div>
  );
}
