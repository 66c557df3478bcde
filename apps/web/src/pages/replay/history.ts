import {
  type DossierView,
  dossierInForce,
  evolveDossier,
  type MaybeDossier,
  type RecordedDossierFact,
  viewDossier,
} from '#libs/domain/dossier';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
import type { components } from '../../api/generated/openapi.js';

export type EventRow = components['schemas']['TimelineRow'];

/** Everything recorded about a dossier in its own stream, and the state after each fact, folded here by the server’s own code. */
export interface History {
  readonly rows: readonly EventRow[];
  readonly facts: readonly RecordedDossierFact[];
  /** After the fact of the same index. */
  readonly states: readonly MaybeDossier[];
}

/** Reads all facts, oldest first, and folds them once. */
export async function readHistory(id: string, signal: AbortSignal): Promise<History> {
  const rows = await everyItem<EventRow>((query) =>
    told(api.GET('/api/v1/dossiers/{id}/events', { params: { path: { id }, query: query as never }, signal })),
  );
  return historyOf(id, rows);
}

/** The facts of the dossier’s own stream in their order; what stands in decisions is told elsewhere. */
export function historyOf(id: string, all: readonly EventRow[]): History {
  const rows = all
    .filter(({ stream }) => stream === `dossier-${id}`)
    .sort((one, other) => one.revision - other.revision);
  const facts = rows.map(factOf);
  const states: MaybeDossier[] = [];
  let state: MaybeDossier;
  for (const fact of facts) {
    state = evolveDossier(state, fact);
    states.push(state);
  }
  return { rows, facts, states };
}

/** As the log held it after a revision. */
export const viewAt = ({ facts, states }: History, revision: number): DossierView | undefined => {
  const index = facts.findLastIndex((fact) => fact.revision <= revision);
  const state = states[index];
  return state && viewDossier(state);
};

/** As it held in the office’s world at the end of a day, by what is known at a revision. */
export function viewInForce({ facts }: History, day: string, revision: number): DossierView | undefined {
  const { dossier } = dossierInForce(
    facts.filter((fact) => fact.revision <= revision),
    day,
  );
  return dossier && viewDossier(dossier);
}

/** The last revision that the log held at the end of a day in the office; -1 before the first. */
export const revisionAtEndOf = ({ facts }: History, day: string): number =>
  facts.findLast(
    ({ recordedAt }) => recordedAt < new Date(Date.parse(`${day}T00:00:00+07:00`) + 86_400_000).toISOString(),
  )?.revision ?? -1;

function factOf({
  type,
  data,
  revision,
  recordedAt,
  effectiveAt,
  actorId,
  actorPositionId,
  actorUnitId,
  onBehalfOf,
}: EventRow): RecordedDossierFact {
  return {
    type,
    data,
    revision,
    recordedAt,
    effectiveAt,
    actor: {
      id: actorId ?? '',
      positionId: actorPositionId ?? '',
      unitId: actorUnitId ?? '',
      roles: [],
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
    },
  } as unknown as RecordedDossierFact;
}
