import type { DossierState } from '../dossier.state.js';
import type { Evolvers } from './evolver.js';

export const noticeEvolvers: Evolvers<
  'PublicNoticeOpened' | 'PublicNoticeClosed' | 'ObjectionRecorded' | 'ObjectionResolved'
> = {
  PublicNoticeOpened: (state, { data, effectiveAt }) => ({
    ...state,
    notices: new Map(state.notices).set(data.noticeId, { ...data, openedAt: effectiveAt }),
  }),
  PublicNoticeClosed: (state, { data, effectiveAt }) => {
    const notice = state.notices.get(data.noticeId);
    return notice
      ? { ...state, notices: new Map(state.notices).set(data.noticeId, { ...notice, closedAt: effectiveAt }) }
      : state;
  },
  ObjectionRecorded: (state, { data, effectiveAt }) => ({
    ...state,
    objections: new Map(state.objections).set(data.objectionId, { ...data, at: effectiveAt }),
    objectionsNumbered: state.objectionsNumbered + 1,
  }),
  ObjectionResolved: (state, { data, effectiveAt }) => {
    const { objectionId, ...resolved } = data;
    const objection = state.objections.get(objectionId);
    if (!objection) return state;
    const settled = { ...objection, resolved: { ...resolved, at: effectiveAt } };
    return { ...state, objections: new Map(state.objections).set(objectionId, settled) };
  },
};

/** What was said about nominees who left goes with them: here nobody waits for it any more. */
export function withoutObjectionsOf({ objections, nominees }: DossierState): DossierState['objections'] {
  const stays = [...objections].filter(
    ([, { nominees: about, resolved }]) => resolved || about === undefined || about.some((id) => nominees.has(id)),
  );
  return stays.length === objections.size ? objections : new Map(stays);
}
