import { commandUp, type DossierCommand, type DossierState, procedureFor } from '#libs/domain/dossier';
import { type Actor, type Clock, type Decision, fail, localDateOf, ok, refuse } from '#libs/domain/kernel';
import {
  allowedSubmissionCommands,
  type AllowedSubmissionCommand,
  type AskedDossier,
  type MaybeSubmission,
  type SubmissionCommand,
  type SubmissionContext,
  submissionDecider,
  submissionEvents,
  type SubmissionFact,
  type SubmissionState,
} from '#libs/domain/submission';
import type { EventStore } from '#libs/engine/event-store';
import { mayKnow, sightOfSubmission } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { AggregateRunner, type Times } from '../aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import type { Dossiers } from '../dossiers.js';
import { derivedId, submissionStream } from '../ids.js';
import { AllSubmissions } from './all-submissions.js';
import { CarriedDossiers } from './carried-dossiers.js';

type To = SubmissionState['to'];

/** For a question that does not depend on number and day of a letter. */
const anyLetter = { number: '-', date: '0001-01-01' };

/** The letters to the level above (tờ trình) of the log, with what they ask of their dossiers. */
export class Submissions {
  private readonly runner: AggregateRunner<MaybeSubmission, SubmissionCommand, SubmissionFact, SubmissionContext>;
  private readonly letters: AllSubmissions;
  /** What follows from a letter for its dossiers. */
  readonly carried: CarriedDossiers;

  constructor(
    store: EventStore,
    private readonly dossiers: Dossiers,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {
    this.letters = new AllSubmissions(store);
    this.carried = new CarriedDossiers(dossiers, (submissionId, data, request) =>
      this.execute(submissionId, { type: 'leave-behind', data }, request),
    );
    this.runner = new AggregateRunner(store, {
      decider: submissionDecider,
      schemaVersions: submissionEvents,
      // That a dossier could not go with it changes nothing for who has read the letter.
      isNoise: (type) => type === 'DossierLeftBehind',
      sightOf: (letter) => letter && sightOfSubmission(letter),
      pinOf: () => undefined,
    });
  }

  async load(submissionId: string): Promise<MaybeSubmission> {
    return (await this.runner.load(submissionStream(submissionId))).state;
  }

  /** All letters, as the log held them when it was asked. */
  all(): Promise<readonly SubmissionState[]> {
    return this.letters.read();
  }

  /** Which commands the actor may give now; nothing is written. */
  async allowed(letter: SubmissionState, actor: Actor): Promise<readonly AllowedSubmissionCommand[]> {
    const now = this.clock.now();
    const request = { actor, commandId: letter.id, fingerprint: 'allowed', correlationId: letter.id };
    // Only one of the two asks anything of the dossiers. That the letter is of today says nothing that another day would not.
    const command: SubmissionCommand =
      letter.stage === 'drafted'
        ? { type: 'send', data: { letter: { number: anyLetter.number, date: localDateOf(now) } } }
        : { type: 'receive', data: {} };
    const open = letter.stage === 'drafted' || letter.stage === 'sent';
    const dossiers = open ? await this.asked(command, letter, request) : [];
    return allowedSubmissionCommands(letter, { submissionId: letter.id, now, effectiveAt: now, actor, dossiers });
  }

  async execute(
    submissionId: string,
    command: SubmissionCommand,
    request: CommandRequest,
  ): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    const answer = await this.runner.run({
      id: submissionId,
      stream: submissionStream(submissionId),
      command,
      request,
      now,
      effectiveAt: request.effectiveAt ?? now,
      contextFor: async (state, times) => ok(await this.contextFor(submissionId, command, state, { request, times })),
    });
    if (answer.ok && (command.type === 'draft' || command.type === 'add-dossiers')) {
      const letter = await this.load(submissionId);
      if (letter?.stage === 'drafted') await this.carried.enter(letter, command.data.dossiers, request);
    }
    return answer;
  }

  private async contextFor(
    submissionId: string,
    command: SubmissionCommand,
    state: MaybeSubmission,
    { request, times }: { readonly request: CommandRequest; readonly times: Times },
  ): Promise<SubmissionContext> {
    const { actor } = request;
    const { now, effectiveAt } = times;
    const look = async (): Promise<SubmissionContext> => {
      const dossiers = await this.asked(command, state, request);
      return { submissionId, now, effectiveAt, actor, dossiers };
    };
    // A crash may have left dossiers below that were sent: they go up now, under the ids of the first attempt.
    if (command.type === 'receive' && state?.stage === 'sent') await this.carried.goUp(state, request);
    const context = await look();
    if (command.type !== 'send' || !state) return context;
    const possible = submissionDecider.decide(command, state, context);
    if (possible.ok || possible.error.code !== 'DOSSIERS_NOT_ENTERED') return context;
    // The same of dossiers that were listed. Nothing else stands in the way.
    const missing = context.dossiers.filter(({ submission }) => submission?.id !== submissionId);
    await this.carried.enter(
      state,
      missing.map(({ id }) => id),
      request,
    );
    return look();
  }

  /** What the dossiers that a command is about answer to it. */
  private async asked(
    command: SubmissionCommand,
    state: MaybeSubmission,
    request: CommandRequest,
  ): Promise<readonly AskedDossier[]> {
    const { actor } = request;
    if (command.type === 'draft') {
      const { dossiers, to } = command.data;
      return this.ask(dossiers, actor, (each) => this.goesUp(each, to));
    }
    if (!state) return [];
    if (command.type === 'add-dossiers') {
      return this.ask(command.data.dossiers, actor, (each) => this.goesUp(each, state.to));
    }
    if (command.type === 'send') {
      return this.ask(state.dossiers, actor, async (each) => {
        const up = this.goesUp(each, state.to, command.data.letter);
        return up.ok ? this.rehearse(each, up.value, request) : up;
      });
    }
    if (command.type !== 'receive') return [];
    return this.ask(state.dossiers, actor, (each) => this.rehearse(each, { type: 'receive', data: {} }, request));
  }

  /** A dossier of which the actor may not know is not asked for him: its no would say where it stands. */
  private async ask(
    dossierIds: readonly string[],
    actor: Actor,
    question: (dossier: DossierState) => Decision<unknown> | Promise<Decision<unknown>>,
  ): Promise<readonly AskedDossier[]> {
    const asked: AskedDossier[] = [];
    for (const dossierId of new Set(dossierIds)) {
      const dossier = await this.dossiers.load(dossierId);
      if (!dossier) continue;
      const { id, bodyId, submission } = dossier;
      const answer = mayKnow(actor, dossier) ? await question(dossier) : refuse('OTHER_UNIT');
      asked.push({ id, bodyId, ...(submission ? { submission } : {}), answer });
    }
    return asked;
  }

  private goesUp(dossier: DossierState, to: To, letter: Parameters<typeof commandUp>[3] = anyLetter) {
    const effectiveAt = this.clock.now();
    const procedure = procedureFor('forward', dossier, { effectiveAt, versions: this.law.procedures });
    return procedure.ok ? commandUp(dossier, procedure.value, to, letter) : fail(procedure.error);
  }

  /** What the dossier would answer to the actor if he did it to this one alone. */
  private rehearse({ id }: DossierState, command: DossierCommand, request: CommandRequest) {
    const { ifMatch: _ofTheLetter, ...asked } = request;
    const commandId = derivedId('asked', request.commandId, id);
    return this.dossiers.rehearse(id, command, { ...asked, commandId });
  }
}
