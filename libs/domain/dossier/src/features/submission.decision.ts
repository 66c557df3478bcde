import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState, InSubmission } from '../dossier.state.js';
import { procedureFor } from '../gate/procedure-for.js';
import { commandUp } from '../way-up.js';

/** No procedure names what a letter does to a dossier: the letter's own stream has decided it. */
const checkSystem = ({ actor }: DossierContext): Decision<void> =>
  actor.roles.includes('system') ? ok(undefined) : refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });

/** Whether the dossier has a way to the addressee of a letter from where it is. The day of the letter does not matter here. */
function checkLeadsTo(to: InSubmission['to'], state: DossierState, context: DossierContext): Decision<void> {
  const procedure = procedureFor('forward', state, context);
  if (!procedure.ok) return procedure;
  const way = commandUp(state, procedure.value, to, { number: '-', date: '0001-01-01' });
  return way.ok ? ok(undefined) : way;
}

/** Đưa vào tờ trình: a dossier that can go there, in one letter only. Named again for the same one, nothing happens. */
export function enterInSubmission(
  { data }: DossierCommandOf<'enter-in-submission'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const system = checkSystem(context);
  if (!system.ok) return system;
  if (state.submission?.id === data.submissionId) return ok([]);
  if (state.submission && !state.submission.carried) {
    return refuse('DOSSIER_IN_ANOTHER_SUBMISSION', { params: { dossiers: [state.id] } });
  }
  const leads = checkLeadsTo(data.to, state, context);
  return leads.ok ? ok([{ type: 'DossierEnteredInSubmission', data }]) : leads;
}

/** Rút khỏi tờ trình. One that another letter has, or that went its way, is left as it is. */
export function releaseFromSubmission(
  { data }: DossierCommandOf<'release-from-submission'>,
  { submission }: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const system = checkSystem(context);
  if (!system.ok) return system;
  const listed = submission?.id === data.submissionId && !submission.carried;
  return ok(listed ? [{ type: 'DossierReleasedFromSubmission', data }] : []);
}

type CarriedAct = DossierCommandOf<'forward'> | DossierCommandOf<'complete-step'> | DossierCommandOf<'receive'>;

/**
 * The act that a letter's sending or receipt is for this dossier, to be decided like anybody's. `undefined` where it has happened.
 * Refuses `DOSSIER_NOT_IN_SUBMISSION` to a dossier that has gone another way since.
 */
export function carriedAct(
  command: DossierCommandOf<'forward-by-submission'> | DossierCommandOf<'receive-by-submission'>,
  state: DossierState,
  context: DossierContext,
): Decision<CarriedAct | undefined> {
  const system = checkSystem(context);
  if (!system.ok) return system;
  const { submissionId } = command.data;
  const { submission } = state;
  const forwarding = command.type === 'forward-by-submission';
  if (submission?.id !== submissionId || (!forwarding && !submission.carried)) {
    return refuse('DOSSIER_NOT_IN_SUBMISSION', { params: { dossier: state.id } });
  }
  if (!forwarding) return ok({ type: 'receive', data: { submissionId } });
  if (submission.carried) return ok(undefined);
  const procedure = procedureFor('forward', state, context);
  if (!procedure.ok) return procedure;
  const way = commandUp(state, procedure.value, submission.to, command.data.letter);
  if (!way.ok) return way;
  const { type, data } = way.value;
  return ok({ type, data: { ...data, submissionId } } as CarriedAct);
}
