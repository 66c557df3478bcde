import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedQuery, type Dossier, dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { WhyStrip } from '../../components/index.js';
import { Shown, ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { PapersPanel } from '../papers/papers-panel.js';
import { DossierOpenings } from '../openings/openings-panel.js';
import { ActionsPanel } from './actions-panel.js';
import { ClocksPanel } from './clocks-panel.js';
import { ConsultationPanel } from './consultation-panel.js';
import { DocumentsPanel } from './documents-panel.js';
import { DossierHead } from './dossier-head.js';
import { DossierSteps } from './dossier-steps.js';
import { NomineesPanel } from './nominees-panel.js';
import { SupplementPanel } from './supplement-panel.js';
import { TaskList } from './task-list.js';
import { TimelinePanel } from './timeline-panel.js';
import { WhoHolds } from './who-holds.js';
import './dossier.css';

const route = getRouteApi('/framed/ho-so/$id');

/** One dossier, the same page for every role; what differs is what may be done. */
export function DossierPage(): ReactElement {
  const { t } = useTranslation('dossier');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  useTitle(query.data?.title ?? t('title'));
  return (
    <ShownPage query={query} label={t('title')} lines={8}>
      {(dossier) => <DossierShown dossier={dossier} />}
    </ShownPage>
  );
}

function DossierShown({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('dossier');
  const procedure = useProcedureOf(dossier);
  const blocked = useQuery(blockedQuery(dossier.id));
  return (
    <>
      <DossierHead dossier={dossier} />
      {procedure && <DossierSteps dossier={dossier} procedure={procedure} />}
      <div className="vd-columns dossier-columns">
        <div className="vd-stack">
          <SupplementPanel dossier={dossier} />
          <TaskList dossier={dossier} />
          <div className="dossier-why">
            <Shown query={blocked} label={t('why')} lines={2}>
              {(answer) => <WhyStrip blocked={answer} />}
            </Shown>
          </div>
          <NomineesPanel dossier={dossier} />
          <DocumentsPanel dossier={dossier} procedure={procedure} />
          <ConsultationPanel dossier={dossier} />
          <TimelinePanel dossier={dossier} />
          <DossierOpenings id={dossier.id} />
        </div>
        <aside className="vd-stack" aria-label={t('aside')}>
          <ActionsPanel dossier={dossier} />
          <ClocksPanel dossier={dossier} procedure={procedure} blocked={blocked.data} />
          <WhoHolds dossier={dossier} />
          <PapersPanel of="dossiers" id={dossier.id} />
        </aside>
      </div>
    </>
  );
}
