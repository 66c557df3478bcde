import { type Decision, type Refusal, refuse } from '#libs/domain/kernel';
import { mayChange } from './keepers.js';
import { receiveSubmission } from './receive-submission.decider.js';
import { mayBeSent } from './send-submission.decider.js';
import type { submissionCommands } from './submission.commands.js';
import type { SubmissionContext } from './submission.context.js';
import { DOSSIERS_LIMIT } from './submission.events.js';
import type { SubmissionState } from './submission.state.js';

type PeoplesCommand = keyof typeof submissionCommands;

/** One command to a letter: whether somebody may give it now, and if not, why. */
export interface AllowedSubmissionCommand {
  readonly command: PeoplesCommand;
  /** Absent when it is possible. */
  readonly refusal?: Refusal;
}

const questions: {
  readonly [C in PeoplesCommand]: (state: SubmissionState, context: SubmissionContext) => Decision<unknown>;
} = {
  'add-dossiers': (state, context) => {
    const changes = mayChange(state, context);
    if (!changes.ok || state.dossiers.length < DOSSIERS_LIMIT) return changes;
    return refuse('TOO_MANY_DOSSIERS', { params: { limit: DOSSIERS_LIMIT } });
  },
  'remove-dossier': (state, context) => {
    const changes = mayChange(state, context);
    return !changes.ok || state.dossiers.length > 0 ? changes : refuse('SUBMISSION_EMPTY');
  },
  send: mayBeSent,
  receive: (state, context) => {
    const received = receiveSubmission(state, context);
    return received.ok || !isUnderWay(state, context) ? received : refuse('SUBMISSION_UNDER_WAY');
  },
  abandon: mayChange,
};

/**
 * Every command to a letter for an actor. A no is the refusal that the command itself would get, whatever its data say; a yes
 * means that it passes with the right data. While nothing of a sent letter has arrived yet, nobody can say who may receive it:
 * that is refused with `SUBMISSION_UNDER_WAY`.
 */
export function allowedSubmissionCommands(
  state: SubmissionState,
  context: SubmissionContext,
): readonly AllowedSubmissionCommand[] {
  return (Object.keys(questions) as PeoplesCommand[]).map((command) => {
    const may = questions[command](state, context);
    return may.ok ? { command } : { command, refusal: may.error };
  });
}

/** Sent, and its dossiers are yet to be told. */
const isUnderWay = ({ id, stage, left }: SubmissionState, { dossiers }: SubmissionContext): boolean =>
  stage === 'sent' &&
  dossiers.some(
    ({ id: dossierId, submission }) => !left.has(dossierId) && submission?.id === id && !submission.carried,
  );
