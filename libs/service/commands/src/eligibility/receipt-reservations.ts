import {
  citationsOf,
  type DossierState,
  type MaybeDossier,
  procedureFor,
  type TakenCitation,
} from '#libs/domain/dossier';
import { type Recipient, recipientKey, type StandingCancellation } from '#libs/domain/decision';
import type { Clock, Instant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import type { CommandRequest } from '../command-request.js';
import { readDecision } from './read-decision.js';
import { Reservations } from './reservations.js';

/** What a receipt takes for its nominees by the version that governs it, and a restoration takes again. */
export class ReceiptReservations {
  private readonly reservations: Reservations;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly load: (dossierId: string) => Promise<MaybeDossier>,
  ) {
    this.reservations = new Reservations(
      store,
      {
        dossier: load,
        procedureOf: (dossier) => this.procedureOf(dossier, this.clock.now()),
        cancelledAt: (...recipient) => this.cancelledAt(...recipient),
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
    const taker = { dossierId: dossier.id, award: procedure.code };
    return this.reservations.take(taker, citationsOf(dossier, procedure), request);
  }

  /**
   * Takes again what a cancellation freed, so that the award can be restored (R55); answers what others have by now. Nothing is
   * taken where it is known beforehand that something is not to be had. @throws EventStoreUnavailable
   */
  async takeAgain(
    { dossierId, nomineeId }: Recipient,
    { revision: despiteCancellation }: StandingCancellation,
    request: CommandRequest,
  ): Promise<readonly TakenCitation[]> {
    const dossier = await this.load(dossierId);
    const procedure = dossier && this.procedureOf(dossier, this.clock.now());
    if (!dossier || !procedure) return [];
    const citations = citationsOf(dossier, procedure).filter((citation) => citation.nomineeId === nomineeId);
    const taken = await this.reservations.conflicts(dossierId, citations);
    if (taken.length > 0) return taken;
    return this.reservations.take({ dossierId, award: procedure.code, despiteCancellation }, citations, request);
  }

  private procedureOf(dossier: DossierState, effectiveAt: Instant): Procedure | undefined {
    const governing = procedureFor('receive', dossier, { effectiveAt, versions: this.law.procedures });
    return governing.ok ? governing.value : undefined;
  }

  private async cancelledAt(dossierId: string, nomineeId: string, decisionId: string): Promise<number | undefined> {
    const decision = await readDecision(this.store, decisionId);
    return decision?.cancelled.get(recipientKey({ dossierId, nomineeId }))?.revision;
  }
}
