import {
  type AwardHistoryCommand,
  type AwardHistoryContext,
  type AwardHistoryFact,
  awardHistoryDecider,
  awardHistoryEvents,
  type MaybeAwardHistory,
  splitAwardHistoryFact,
} from '#libs/domain/award-history';
import { type Clock, type Decision, localDateOf, ok } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { mayKnow } from '#libs/service/access';
import { AggregateRunner, type Rehearsal, type Run } from '../aggregate-runner.js';
import type { Law } from '#libs/service/law';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import type { Dossiers } from '../dossiers.js';
import { awardHistoryStream, derivedId } from '../ids.js';

/** Every award of the catalogue by its code, in whatever version, in force or not. */
export const awardCodes = ({ procedures }: Pick<Law, 'procedures'>): ReadonlySet<string> =>
  new Set(procedures.map(({ code }) => code));

/** The lists of earlier awards that units keep: import one, strike a line, say whose an award is. */
export class AwardHistories {
  private readonly runner: AggregateRunner<
    MaybeAwardHistory,
    AwardHistoryCommand,
    AwardHistoryFact,
    AwardHistoryContext
  >;

  constructor(
    store: EventStore,
    private readonly dossiers: Pick<Dossiers, 'load'>,
    private readonly law: Pick<Law, 'procedures'>,
    private readonly clock: Clock,
  ) {
    this.runner = new AggregateRunner(store, {
      decider: awardHistoryDecider,
      schemaVersions: awardHistoryEvents,
      isNoise: () => false,
      // Whose list it is, the decider asks.
      sightOf: () => undefined,
      pinOf: () => undefined,
      split: splitAwardHistoryFact,
    });
  }

  async load(unitId: string): Promise<MaybeAwardHistory> {
    return (await this.runner.load(awardHistoryStream(unitId))).state;
  }

  execute(unitId: string, command: AwardHistoryCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    return this.runner.run(this.runOf(unitId, command, request));
  }

  /** Whether a command would be obeyed now; nothing is written. */
  rehearse(unitId: string, command: AwardHistoryCommand, request: CommandRequest): Promise<Decision<Rehearsal>> {
    return this.runner.rehearse(this.runOf(unitId, command, request));
  }

  private runOf(
    unitId: string,
    command: AwardHistoryCommand,
    request: CommandRequest,
  ): Run<MaybeAwardHistory, AwardHistoryCommand, AwardHistoryContext> {
    const now = this.clock.now();
    return {
      id: unitId,
      stream: awardHistoryStream(unitId),
      command,
      request,
      now,
      effectiveAt: now,
      contextFor: async (_state, times) => ok(await this.contextFor(unitId, command, request, localDateOf(times.now))),
    };
  }

  private async contextFor(
    unitId: string,
    command: AwardHistoryCommand,
    { actor, commandId }: CommandRequest,
    today: string,
  ): Promise<AwardHistoryContext> {
    const importId = derivedId('import', unitId, actor.id, commandId);
    const context = { unitId, actor, importId, today, awards: awardCodes(this.law) };
    if (command.type !== 'recognise') return context;
    const dossier = await this.dossiers.load(command.data.dossierId);
    // Who may not know of a dossier is told that there is none.
    if (!dossier || !mayKnow(actor, dossier)) return context;
    const { bodyId, nominees } = dossier;
    return { ...context, dossier: { bodyId, nominees: new Set(nominees.keys()) } };
  }
}
