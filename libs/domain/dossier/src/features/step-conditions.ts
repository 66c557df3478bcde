import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Outcome, OutcomeCondition, Procedure } from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';
import { withoutCopy } from './copy.decision.js';
import { asksOpinions } from './opinion.decision.js';
import { listed } from '../nominees.js';
import { holdingObjections } from '../notices.js';
import { askedOpinions, awaitedOpinions } from '../opinions.js';

interface Here {
  readonly state: DossierState;
  readonly procedure: Procedure;
  readonly place: string;
}

type Check = (here: Here) => Decision<void>;

/** Nobody who was asked is silent: his silence would be read as consent. */
const nobodySilent: Check = ({ state, place }) => {
  const awaited = awaitedOpinions(state, place);
  if (awaited.length === 0) return ok(undefined);
  const missing = awaited.map(({ opinionId }) => opinionId);
  const bodies = awaited.map(({ body }) => body.name);
  return refuse('OPINIONS_MISSING', { rule: 'R41', params: { missing, bodies } });
};

const somebodyAsked: Check = ({ state, place }) =>
  askedOpinions(state, place).length > 0 ? ok(undefined) : refuse('NO_OPINION_ASKED', { rule: 'R41' });

/** Total by its type: a condition that nobody checks does not compile. */
const checks: { readonly [C in OutcomeCondition]: Check } = {
  opinions_answered: (here) => {
    const asked = somebodyAsked(here);
    return asked.ok ? nobodySilent(here) : asked;
  },
  no_opinion_asked: (here) => (somebodyAsked(here).ok ? refuse('OPINIONS_ASKED', { rule: 'R41' }) : ok(undefined)),
  opinion_missing: (here) => (nobodySilent(here).ok ? refuse('NO_OPINION_AWAITED', { rule: 'R41' }) : ok(undefined)),
  no_objection: ({ state }) => {
    const objections = listed([...state.objections.keys()]);
    return objections.length === 0
      ? ok(undefined)
      : refuse('OBJECTIONS_RECORDED', { rule: 'R40', params: { objections } });
  },
  objections_settled: ({ state }) => {
    const objections = listed(holdingObjections(state).map(({ objectionId }) => objectionId));
    return objections.length === 0 ? ok(undefined) : refuse('OBJECTION_OPEN', { rule: 'R40', params: { objections } });
  },
  copies_sent: ({ state, place }) => {
    const nominees = listed(withoutCopy(state, place));
    return nominees.length === 0 ? ok(undefined) : refuse('COPIES_NOT_SENT', { rule: 'R47', params: { nominees } });
  },
};

/**
 * Whether what an outcome rests on is so. Where opinions can be asked, one that says nothing waits for all of them: refuses
 * `OPINIONS_MISSING` (R41) with the questions that nobody answered.
 */
export function checkGiven(
  { given }: Pick<Outcome, 'given'>,
  place: string,
  { state, procedure }: Omit<Here, 'place'>,
): Decision<void> {
  const here = { state, procedure, place };
  if (given !== undefined) return checks[given](here);
  return asksOpinions(procedure, place) ? nobodySilent(here) : ok(undefined);
}
