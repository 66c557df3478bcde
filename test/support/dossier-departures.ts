import type { DossierFact, DossierState } from '#libs/domain/dossier';
import type { Decision } from '#libs/domain/kernel';
import * as acts from './dossier-acts.js';
import { Desk } from './dossier-desk.js';

type Left = Extract<DossierFact, { type: 'NomineesDetached' | 'NomineesEscalated' }>;

const isLeft = (fact: DossierFact): fact is Left =>
  fact.type === 'NomineesDetached' || fact.type === 'NomineesEscalated';

/** The new dossier, and what was decided about its opening. */
interface Departed {
  readonly desk: Desk;
  readonly opened: Decision<readonly DossierFact[]>;
}

/** The dossier to which nominees went, if an act made any leave: opened as the reaction would open it. */
export function departedBy(
  decided: Decision<readonly DossierFact[]>,
  parent: DossierState,
  at: string,
): Departed | undefined {
  const left = decided.ok ? decided.value.find(isLeft) : undefined;
  if (!left) return undefined;
  const desk = new Desk({ dossierId: left.data.childDossierId });
  desk.now = at;
  const circumstances = { parentDossierId: parent.id, parent, at };
  if (left.type === 'NomineesDetached') {
    return { desk, opened: desk.take(acts.openDetached({ ...circumstances, nominees: left.data.nominees })) };
  }
  const { childDossierId: _child, childBodyId: bodyId, reason: _reason, ...proposed } = left.data;
  return { desk, opened: desk.take(acts.openEscalated({ ...circumstances, bodyId, ...proposed })) };
}
