import { type Decider, type Decision, ok, refuse } from '#libs/domain/kernel';
import { checkKeeper, mayChange } from './keepers.js';
import { checkListed } from './list-dossiers.decider.js';
import { receiveSubmission } from './receive-submission.decider.js';
import { sendSubmission } from './send-submission.decider.js';
import type { SubmissionCommand, SubmissionCommandOf } from './submission.commands.js';
import type { SubmissionContext } from './submission.context.js';
import type { SubmissionFact } from './submission.events.js';
import { evolveSubmission, type MaybeSubmission, type SubmissionState } from './submission.state.js';

type Facts = Decision<readonly SubmissionFact[]>;

/** A letter to the level above (tờ trình), streams `submission-<id>`: it carries several dossiers, each of which stays its own. */
export const submissionDecider: Decider<MaybeSubmission, SubmissionCommand, SubmissionFact, SubmissionContext> = {
  initialState: undefined,
  decide(command, state, context): Facts {
    if (command.type === 'draft') return draft(command, state, context);
    if (!state) return refuse('NOT_FOUND', { params: { what: context.submissionId } });
    if (command.type === 'leave-behind') return leaveBehind(command, state, context);
    if (command.type === 'send') return sendSubmission(command, state, context);
    if (command.type === 'receive') return receiveSubmission(state, context);
    const changes = mayChange(state, context);
    if (!changes.ok) return changes;
    if (command.type === 'abandon') return ok([{ type: 'SubmissionAbandoned', data: command.data }]);
    return command.type === 'add-dossiers' ? addDossiers(command, state, context) : removeDossier(command, state);
  },
  evolve: evolveSubmission,
};

function draft({ data }: SubmissionCommandOf<'draft'>, state: MaybeSubmission, context: SubmissionContext): Facts {
  const { actor, submissionId } = context;
  const keeper = checkKeeper(actor.unitId, context);
  if (!keeper.ok) return keeper;
  if (state) return refuse('SUBMISSION_EXISTS', { params: { submission: submissionId } });
  if (data.to.bodyId === actor.unitId) return refuse('SUBMISSION_TO_ITSELF');
  const listed = checkListed(data.dossiers, [], context);
  return listed.ok
    ? ok([{ type: 'SubmissionDrafted', data: { submissionId, bodyId: actor.unitId, ...data } }])
    : listed;
}

function addDossiers(
  { data }: SubmissionCommandOf<'add-dossiers'>,
  { dossiers }: SubmissionState,
  context: SubmissionContext,
): Facts {
  const listed = checkListed(data.dossiers, dossiers, context);
  return listed.ok ? ok([{ type: 'DossiersAddedToSubmission', data }]) : listed;
}

function removeDossier({ data }: SubmissionCommandOf<'remove-dossier'>, { dossiers }: SubmissionState): Facts {
  return dossiers.includes(data.dossierId)
    ? ok([{ type: 'DossierRemovedFromSubmission', data }])
    : refuse('DOSSIER_NOT_IN_SUBMISSION', { params: { dossier: data.dossierId } });
}

/** Told once of each dossier at each occasion, by the system alone. */
function leaveBehind(
  { data }: SubmissionCommandOf<'leave-behind'>,
  { left }: SubmissionState,
  { actor }: SubmissionContext,
): Facts {
  if (!actor.roles.includes('system')) return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  return ok(left.get(data.dossierId)?.at === data.at ? [] : [{ type: 'DossierLeftBehind', data }]);
}
