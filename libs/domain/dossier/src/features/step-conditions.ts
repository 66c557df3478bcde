import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Outcome, Procedure } from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';
import { withoutCopy } from './copy.decision.js';
import { asksOpinions } from './opinion.decision.js';
import { listed } from '../nominees.js';
import { holdingObjections } from '../notices.js';
import { askedOpinions, awaitedOpinions } from '../opinions.js';

/**
 * Whether what an outcome rests on is so. Where opinions can be asked, one that says nothing waits for them: refuses
 * `OPINIONS_MISSING` (R41) with the questions that nobody answered. Nobody's silence is ever read as consent.
 */
export function checkGiven(
  { given }: Pick<Outcome, 'given'>,
  place: string,
  { state, procedure }: { readonly state: DossierState; readonly procedure: Procedure },
): Decision<void> {
  const missing = awaitedOpinions(state, place);
  const asked = askedOpinions(state, place);
  const waits = (): Decision<void> =>
    missing.length === 0
      ? ok(undefined)
      : refuse('OPINIONS_MISSING', { rule: 'R41', params: { missing: missing.map(({ opinionId }) => opinionId) } });
  switch (given) {
    case 'opinions_answered':
      return asked.length === 0 ? refuse('NO_OPINION_ASKED', { rule: 'R41' }) : waits();
    case 'no_opinion_asked':
      return asked.length === 0 ? ok(undefined) : refuse('OPINIONS_ASKED', { rule: 'R41' });
    case 'opinion_missing':
      return missing.length > 0 ? ok(undefined) : refuse('NO_OPINION_AWAITED', { rule: 'R41' });
    case 'no_objection':
      return state.objections.size === 0
        ? ok(undefined)
        : refuse('OBJECTIONS_RECORDED', { rule: 'R40', params: { objections: listed([...state.objections.keys()]) } });
    case 'objections_settled': {
      const open = holdingObjections(state).map(({ objectionId }) => objectionId);
      return open.length === 0
        ? ok(undefined)
        : refuse('OBJECTION_OPEN', { rule: 'R40', params: { objections: listed(open) } });
    }
    case 'copies_sent': {
      const unsent = withoutCopy(state, place);
      return unsent.length === 0
        ? ok(undefined)
        : refuse('COPIES_NOT_SENT', { rule: 'R47', params: { nominees: listed(unsent) } });
    }
    case undefined:
      return asksOpinions(procedure, place) ? waits() : ok(undefined);
  }
}
