import {
  type DossierCommand,
  type DossierContext,
  type DossierFact,
  type MaybeDossier,
  dossierDecider,
  dossierEvents,
  isClockEvent,
  splitDossierFact,
} from '#libs/domain/dossier';
import { type Clock, type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { AggregateRunner, type Rehearsal, type Run, recordedFact } from './aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import { derivedId, dossierStream } from './ids.js';
import type { CommandTriggerPoints } from './trigger-points.port.js';

/** The dossiers of the log: load one, or let a command decide about it. */
export class Dossiers {
  private readonly runner: AggregateRunner<MaybeDossier, DossierCommand, DossierFact, DossierContext>;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly clock: Clock,
    triggers?: CommandTriggerPoints,
  ) {
    this.runner = new AggregateRunner(
      store,
      {
        decider: dossierDecider,
        schemaVersions: dossierEvents,
        isNoise: isClockEvent,
        ownersOf: (dossier) => dossier,
        pinOf: (dossier) => dossier?.procedure,
        split: splitDossierFact,
      },
      triggers,
    );
  }

  async load(dossierId: string): Promise<MaybeDossier> {
    return (await this.runner.load(dossierStream(dossierId))).state;
  }

  /**
   * The dossier as the log held it: up to a revision, or up to what had been recorded by a moment. `undefined` where the
   * log held nothing of it yet.
   */
  async loadAsRecorded(dossierId: string, at: number | Instant): Promise<MaybeDossier> {
    let state = dossierDecider.initialState;
    for await (const event of this.store.readStream(dossierStream(dossierId))) {
      if (typeof at === 'number' ? event.revision > at : event.recordedAt > at) break;
      state = dossierDecider.evolve(state, recordedFact(event));
    }
    return state;
  }

  execute(dossierId: string, command: DossierCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    return this.runner.run(this.runOf(dossierId, command, request));
  }

  /** Whether a command would be obeyed now; nothing is written. `known`: its id was used, running it tells the answer. */
  rehearse(dossierId: string, command: DossierCommand, request: CommandRequest): Promise<Decision<Rehearsal>> {
    return this.runner.rehearse(this.runOf(dossierId, command, request));
  }

  private runOf(
    dossierId: string,
    command: DossierCommand,
    request: CommandRequest,
  ): Run<MaybeDossier, DossierCommand, DossierContext> {
    const now = this.clock.now();
    return {
      id: dossierId,
      stream: dossierStream(dossierId),
      command,
      request,
      now,
      effectiveAt: request.effectiveAt ?? now,
      contextFor: async (_state, times) => {
        const parent =
          command.type === 'open-detached'
            ? await this.parentBefore(dossierId, command.data.parentDossierId)
            : undefined;
        if (command.type === 'open-detached' && !parent) return refuse('NOT_FOUND', { params: { what: dossierId } });
        return ok({
          dossierId,
          now: times.now,
          effectiveAt: times.effectiveAt,
          actor: request.actor,
          versions: this.law.procedures,
          calendar: this.law.calendar,
          ...(request.backdatingReason ? { reason: request.backdatingReason } : {}),
          ...(parent ? { parent } : {}),
          ...(command.type === 'detach-nominees'
            ? { childDossierId: derivedId('child', dossierId, request.actor.id, request.commandId) }
            : {}),
        });
      },
    };
  }

  /** The parent as it stood just before the child's nominees left it, however far it has gone since. */
  private async parentBefore(childDossierId: string, parentDossierId: string): Promise<MaybeDossier> {
    let state = dossierDecider.initialState;
    for await (const event of this.store.readStream(dossierStream(parentDossierId))) {
      if (event.type === 'NomineesDetached' && event.data['childDossierId'] === childDossierId) return state;
      state = dossierDecider.evolve(state, recordedFact(event));
    }
    return undefined;
  }
}
