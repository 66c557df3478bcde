import {
  type MaybeProcedureLife,
  type ProcedureCommand,
  type ProcedureFact,
  type ProcedureLifeContext,
  procedureEvents,
  procedureLifeDecider,
} from '#libs/domain/procedure';
import { type Clock, type Decision, ok } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { canonicalProcedure, type Law } from '#libs/service/law';
import { AggregateRunner } from '../aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from '../command-request.js';
import { derivedId, procedureStream } from '../ids.js';

/** Facts that change nothing of what somebody saw who decides about a procedure. */
const NOISE = new Set(['ProcedureExpiryNoted', 'ProcedureDryRunRecorded']);

/** Commands to the procedures of the log: draft, try, publish, end. */
export class ProcedureLives {
  private readonly runner: AggregateRunner<MaybeProcedureLife, ProcedureCommand, ProcedureFact, ProcedureLifeContext>;

  constructor(
    store: EventStore,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {
    this.runner = new AggregateRunner(store, {
      decider: procedureLifeDecider,
      schemaVersions: procedureEvents,
      isNoise: (type) => NOISE.has(type),
      pinOf: () => undefined,
      sightOf: () => undefined,
    });
  }

  /** Carries out a command on an award's procedure. It holds from now on: `effectiveAt` of the request is not read. */
  execute(code: string, command: ProcedureCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    return this.runner.run({
      id: code,
      stream: procedureStream(code),
      command,
      request,
      now,
      effectiveAt: now,
      contextFor: async () =>
        ok({
          code,
          actor: request.actor,
          now,
          ladders: new Set(this.law.ladders.keys()),
          ...(command.type === 'save-draft' ? { canonical: canonicalProcedure(command.data.document) } : {}),
          ...(command.type === 'request-dry-run' ? { runId: dryRunId(code, request) } : {}),
        }),
    });
  }
}

/** The id of the dry run that a command asks for. */
export const dryRunId = (code: string, { actor, commandId }: Pick<CommandRequest, 'actor' | 'commandId'>): string =>
  derivedId('dry-run', code, actor.id, commandId);
