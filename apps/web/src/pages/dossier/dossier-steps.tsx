import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { blockedQuery, type Dossier } from '../../api/dossier.js';
import { StepBar, useSay } from '../../components/index.js';
import { shortDay } from '../../format/dates.js';
import { stepsShown } from './steps-shown.js';

/** How far it has come on the usual way of its procedure; a place beside that way is told in words. */
export function DossierSteps({
  dossier,
  procedure,
}: {
  readonly dossier: Dossier;
  readonly procedure: ProcedureDocument;
}): ReactElement {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const { data: blocked } = useQuery(blockedQuery(dossier.id));
  const { counts, placeSince, places, finishedAt } = dossier;
  const nearest = dossier.deadlines
    .filter(({ state }) => state === 'running' || state === 'missed')
    .map(({ dueAt }) => dueAt)
    .sort()[0];
  // What the act awaited there meets; where it lies at one place only, else the nearest that runs.
  const dueAt = (key: string) => {
    const lines = places.length > 1 ? blocked?.lines.filter(({ place }) => place === key) : blocked?.lines;
    const met = lines?.flatMap(({ deadlines }) => deadlines).find((each) => each.dueAt)?.dueAt;
    return met ?? (places.length > 1 ? undefined : nearest);
  };
  const beside = places.filter(
    (place) => !stepsShown(procedure, dossier).some(({ key, state }) => key === place && state === 'now'),
  );
  const judged = counts.qualified + counts.notQualified;
  return (
    <StepBar
      steps={stepsShown(procedure, dossier).map(({ key, state }) => {
        const names = procedure.steps[key]?.names;
        const due = dueAt(key);
        const note =
          state !== 'now'
            ? undefined
            : finishedAt
              ? shortDay(placeSince)
              : `${t('steps.since', { day: shortDay(placeSince) })}${due ? t('steps.due', { day: shortDay(due) }) : ''}`;
        return { key, state, name: names ? say(names) : key, ...(note === undefined ? {} : { note }) };
      })}
      note={[
        judged > 0 ? t('steps.judged', { judged, of: counts.total }) : undefined,
        ...beside.map((place) =>
          t('steps.beside', { name: say(procedure.steps[place]?.names ?? { vi: place, en: place }) }),
        ),
      ]
        .filter((text) => text !== undefined)
        .join(' · ')}
    />
  );
}
