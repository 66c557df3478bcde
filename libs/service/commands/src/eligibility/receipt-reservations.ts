import {
  citationsOf,
  type DossierState,
  type MaybeDossier,
  procedureFor,
  type TakenCitation,
} from '#libs/domain/dossier';
import type { Clock, Instant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import type { CommandRequest } from '../command-request.js';
import { readDecision } from './read-decision.js';
import { Reservations } from './reservations.js';

/** What a receipt takes for its nominees, by the version that governs it. */
export class ReceiptReservations {
  private readonly reservations: Reservations;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly clock: Clock,
    load: (dossierId: string) => Promise<MaybeDossier>,
  ) {
    this.reservations = new Reservations(
      store,
      {
        dossier: load,
        procedureOf: (dossier) => this.procedureOf(dossier, this.clock.now()),
        isCancelled: (...recipient) => this.isCancelled(...recipient),
      },
      clock,
    );
  }

  /** What a dossier cites and somebody else has; nothing is taken. */
  async takenOf(dossier: DossierState, effectiveAt: Instant): Promise<readonly TakenCitation[]> {
    const procedure = this.procedureOf(dossier, effectiveAt);
    return procedure ? this.reservations.conflicts(dossier.id, citationsOf(dossier, procedure)) : [];
  }

  /** Takes it; answers what somebody else was quicker with. @throws EventStoreUnavailable */
  async takeFor(
    dossier: DossierState,
    effectiveAt: Instant,
    request: CommandRequest,
  ): Promise<readonly TakenCitation[]> {
    const procedure = this.procedureOf(dossier, effectiveAt);
    if (!procedure) return [];
    return this.reservations.take(dossier.id, citationsOf(dossier, procedure), procedure.code, request);
  }

  private procedureOf(dossier: DossierState, effectiveAt: Instant): Procedure | undefined {
    const governing = procedureFor('receive', dossier, { effectiveAt, versions: this.law.procedures });
    return governing.ok ? governing.value : undefined;
  }

  private async isCancelled(dossierId: string, nomineeId: string, decisionId: string): Promise<boolean> {
    const decision = await readDecision(this.store, decisionId);
    return decision?.cancelled.has(`${dossierId}/${nomineeId}`) ?? false;
  }
}
