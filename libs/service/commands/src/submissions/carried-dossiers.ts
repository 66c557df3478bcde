import type { DossierCommand } from '#libs/domain/dossier';
import { type Decision, errorCatalogue, type Refusal } from '#libs/domain/kernel';
import { type LeftBehind, type SubmissionState, whyLeft } from '#libs/domain/submission';
import { systemActor } from '#libs/service/access';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import type { Dossiers } from '../dossiers.js';
import { derivedId, dossierStream } from '../ids.js';

/** Why something is told to the dossiers of a letter. */
export type Cause = Pick<CommandRequest, 'correlationId' | 'causationId'>;

/** A dossier that did not do what its letter says. */
export interface NotDone {
  readonly stream: string;
  readonly refusal: Refusal;
}

type Told = Extract<
  DossierCommand['type'],
  'enter-in-submission' | 'release-from-submission' | 'forward-by-submission' | 'receive-by-submission'
>;

/**
 * What a letter means for the dossiers on it, told to each under an id derived from letter and dossier: whoever tells it, and however
 * often, it happens once. A dossier that says no stops none of the others.
 */
export class CarriedDossiers {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly leaveBehind: (
      submissionId: string,
      data: LeftBehind & { readonly dossierId: string },
      request: CommandRequest,
    ) => Promise<Decision<CommandAnswer>>,
  ) {}

  /** Reserves dossiers for a draft. Who loses a race for one learns it when the letter is to be sent. */
  async enter({ id, to }: SubmissionState, dossierIds: readonly string[], request: CommandRequest): Promise<void> {
    const { actor, commandId, correlationId } = request;
    const command = { type: 'enter-in-submission', data: { submissionId: id, to } } as const;
    for (const dossierId of dossierIds) {
      // One may be taken off a letter and put on it again: each time is another.
      const asked = told(command.type, [id, dossierId, commandId], actor.id, { correlationId });
      await this.dossiers.execute(dossierId, command, asked);
    }
  }

  /** Frees dossiers of a draft. */
  async release(
    { id }: SubmissionState,
    dossierIds: readonly string[],
    { by, ...cause }: Cause & { readonly by: string },
  ): Promise<readonly NotDone[]> {
    const refused: NotDone[] = [];
    for (const dossierId of dossierIds) {
      const command = { type: 'release-from-submission', data: { submissionId: id } } as const;
      const key = [id, dossierId, cause.causationId ?? ''];
      const done = await this.dossiers.execute(dossierId, command, told(command.type, key, by, cause));
      if (!done.ok) refused.push({ stream: dossierStream(dossierId), refusal: done.error });
    }
    return refused;
  }

  /** Tells every dossier of a letter that was sent to go up with it. */
  async goUp(state: SubmissionState, cause: Cause): Promise<readonly NotDone[]> {
    const { id: submissionId, sent } = state;
    if (!sent) return [];
    const command = { type: 'forward-by-submission', data: { submissionId, letter: sent.letter } } as const;
    return this.tellAll(state.dossiers, command, { ...sent, occasion: 'sending', cause });
  }

  /** Tells every dossier that was received with a letter. */
  async areReceived({ id: submissionId, received }: SubmissionState, cause: Cause): Promise<readonly NotDone[]> {
    if (!received) return [];
    const command = { type: 'receive-by-submission', data: { submissionId } } as const;
    return this.tellAll(received.dossiers, command, { ...received, occasion: 'receipt', cause });
  }

  private async tellAll(
    dossierIds: readonly string[],
    command: Extract<DossierCommand, { type: 'forward-by-submission' | 'receive-by-submission' }>,
    {
      at,
      by,
      occasion,
      cause,
    }: { readonly at: string; readonly by: string; readonly occasion: LeftBehind['at']; readonly cause: Cause },
  ): Promise<readonly NotDone[]> {
    const { submissionId } = command.data;
    const refused: NotDone[] = [];
    for (const dossierId of dossierIds) {
      const asked = { ...told(command.type, [submissionId, dossierId], by, cause), effectiveAt: at };
      const done = await this.dossiers.execute(dossierId, command, asked);
      if (done.ok) continue;
      refused.push({ stream: dossierStream(dossierId), refusal: done.error });
      // What is away comes back; a rule that says no is written on the letter, for whoever reads it.
      if (errorCatalogue[done.error.code].kind === 'unavailable') continue;
      const left = { dossierId, at: occasion, ...whyLeft(done.error) };
      await this.leaveBehind(submissionId, left, {
        ...asked,
        commandId: derivedId('leave-behind', occasion, submissionId, dossierId),
        fingerprint: 'leave-behind',
      });
    }
    return refused;
  }
}

const told = (command: Told, key: readonly string[], by: string, cause: Cause): CommandRequest => ({
  ...cause,
  actor: { ...systemActor, onBehalfOf: by },
  commandId: derivedId(command, ...key),
  fingerprint: command,
});
