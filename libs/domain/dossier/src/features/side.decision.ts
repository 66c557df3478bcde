import { ok, refuse } from '#libs/domain/kernel';
import { checkHappened } from '../gate/times.js';
import { listed } from '../nominees.js';
import { holdingObjections } from '../notices.js';
import { type Feature, type Precondition, nextPlace } from './feature.js';

/** Rút hồ sơ. */
export const withdraw: Feature<'withdraw'> = (ask) =>
  ok([{ type: 'DossierWithdrawn', data: { reason: ask.data.reason, ...nextPlace(ask) } }]);

/** Tạm dừng (R18): the place stays, the clocks stand still. */
export const suspend: Feature<'suspend'> = ({ data, context }) => {
  const happened = checkHappened(context, data.letter.date);
  return happened.ok ? ok([{ type: 'DossierSuspended', data }]) : happened;
};

/** Something is being verified, and no objection that suspends is still to be settled (R40). */
export const mayResume: Precondition = ({ state }) => {
  if (!state.suspended) return refuse('DOSSIER_NOT_SUSPENDED', { rule: 'R18' });
  const holding = holdingObjections(state).map(({ objectionId }) => objectionId);
  return holding.length === 0
    ? ok(undefined)
    : refuse('OBJECTION_OPEN', { rule: 'R40', params: { objections: listed(holding) } });
};

/** Tiếp tục, with the remaining time (R18). */
export const resume: Feature<'resume'> = ({ data }) => ok([{ type: 'DossierResumed', data }]);
