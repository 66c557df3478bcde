import type { SubmissionFactOf, SubmissionState } from '#libs/domain/submission';
import type { RecordedEvent } from '#libs/engine/event-store';
import { submissionStream } from '../ids.js';
import type { Reaction } from '../reaction-runner.js';
import type { Cause, NotDone } from './carried-dossiers.js';
import type { Submissions } from './submissions.js';

/** What the system does with dossiers because of what happened to the letter that lists them. */
export function submissionReactions(submissions: Submissions): readonly Reaction[] {
  const { carried } = submissions;
  const reaction = (
    name: string,
    type: string,
    react: (letter: SubmissionState, cause: Cause, event: RecordedEvent) => Promise<readonly NotDone[]>,
  ): Reaction => ({
    name,
    streamPrefix: submissionStream(''),
    type,
    react: async (event) => {
      const letter = await submissions.load(event.stream.slice(submissionStream('').length));
      return letter ? react(letter, causeOf(event), event) : [];
    },
  });
  return [
    reaction('forward-by-submission', 'SubmissionSent', (letter, cause) => carried.goUp(letter, cause)),
    reaction('receive-by-submission', 'SubmissionReceived', (letter, cause) => carried.areReceived(letter, cause)),
    reaction('release-removed-dossier', 'DossierRemovedFromSubmission', (letter, cause, event) => {
      const { dossierId } = event.data as SubmissionFactOf<'DossierRemovedFromSubmission'>['data'];
      return carried.release(letter, [dossierId], { ...cause, by: byOf(event) });
    }),
    reaction('release-abandoned-dossiers', 'SubmissionAbandoned', (letter, cause, event) =>
      carried.release(letter, letter.dossiers, { ...cause, by: byOf(event) }),
    ),
  ];
}

function causeOf({ id, metadata }: RecordedEvent): Cause {
  const { correlationId } = metadata;
  return { correlationId: typeof correlationId === 'string' ? correlationId : id, causationId: id };
}

const byOf = ({ metadata }: RecordedEvent): string => (metadata['actor'] as { readonly id: string }).id;
