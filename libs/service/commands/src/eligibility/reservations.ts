import {
  type Citation,
  citationsOf,
  type DossierState,
  type TakenCitation,
  willNotBeAwarded,
} from '#libs/domain/dossier';
import {
  evolveReservations,
  inTheWay,
  type ReleaseCause,
  reservationEvents,
  type ReservationFact,
  type Reservation,
  type Reservations as Held,
  reservationStream,
} from '#libs/domain/reservation';
import type { Clock } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { type EventStore, EventStoreUnavailable, type JsonObject, type NewEvent } from '#libs/engine/event-store';
import { systemActor } from '#libs/service/access';
import type { CommandRequest } from '../command-request.js';
import { derivedId } from '../ids.js';

/** What reservations have to know of other streams. */
export interface HoldersNow {
  dossier(dossierId: string): Promise<DossierState | undefined>;
  procedureOf(dossier: DossierState): Procedure | undefined;
  /** The revision of the cancellation of a decided nominee's award (R55), as long as it is not restored. */
  cancelledAt(dossierId: string, nomineeId: string, decisionId: string): Promise<number | undefined>;
}

/** How often the same stream is read again when others take and release in it at the same moment. */
const ATTEMPTS = 8;

interface Holding {
  readonly heldBy: string;
  readonly nomineeId: string;
  /** Taken for another award, for which he is proposed no more. */
  readonly escalated: boolean;
}

/** A reservation as it stands: whose it is now, or why it is nobody's. */
type Standing = Holding | { readonly free: ReleaseCause };

/** For whom what may be used once is taken. */
export interface Taker {
  readonly dossierId: string;
  readonly award: string;
  /** Taken again for a restoration: the revision of the cancellation that it undoes. */
  readonly despiteCancellation?: number;
}

interface Stream {
  readonly name: string;
  readonly held: Held;
  /** -1 where nobody has ever used it. */
  readonly revision: number;
}

/**
 * What may be used once: an achievement (R15), an initiative or an author's share of it (R16). One stream for each, appended
 * with the revision that was read: of two dossiers that cite one at the same moment exactly one gets it. Taken before the receipt
 * is recorded, by a command whose receipt was found possible; a crash in between leaves a reservation that the same receipt finds as its own.
 *
 * Whether it is free again, the dossiers say and no clock: rejected, withdrawn, refused or cancelled is for good, so whoever wants
 * it next records the release together with his own taking. A restoration (R55) takes again what its cancellation freed, before it is
 * recorded: that holds in spite of this cancellation, so that nobody comes in between, and is free again by the next one. Who was proposed for another award keeps it meanwhile: the receipt of
 * that dossier gives it up for the old award and takes it for the new one in one append. No reader of a view decides.
 */
export class Reservations {
  constructor(
    private readonly store: EventStore,
    private readonly holders: HoldersNow,
    private readonly clock: Clock,
  ) {}

  /** Those that somebody else has; nothing is taken. */
  async conflicts(dossierId: string, citations: readonly Citation[]): Promise<readonly TakenCitation[]> {
    const taken: TakenCitation[] = [];
    for (const citation of citations) {
      const { others } = await this.sort(await this.read(citation), dossierId, citation);
      const [first] = others;
      if (first) taken.push({ ...citation, by: first.heldBy });
    }
    return [...taken, ...twiceIn(dossierId, citations)];
  }

  /**
   * Takes all of them; answers the first that somebody else was quicker with. In one order for everybody, so that of two who
   * want the same two one gets both. What it took before it lost stays with the dossier until that is received or ends: given
   * back, it could be missing under a twin of the same receipt. @throws EventStoreUnavailable
   */
  async take(taker: Taker, citations: readonly Citation[], request: CommandRequest): Promise<readonly TakenCitation[]> {
    for (const citation of citations.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
      const by = await this.takeOne(taker, citation, request);
      if (by) return [{ ...citation, by: by.heldBy }];
    }
    return [];
  }

  private async takeOne(
    taker: Taker,
    citation: Citation,
    request: CommandRequest,
  ): Promise<{ readonly heldBy: string } | undefined> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const stream = await this.read(citation);
      const { own, others, free } = await this.sort(stream, taker.dossierId, citation);
      const [first] = others;
      if (first) return first;
      if (own) return undefined;
      const { what, id, nomineeId, share } = citation;
      const facts: readonly ReservationFact[] = [
        ...free.map(([held, because]) => released(citation, held, because)),
        {
          type: 'ReservationTaken',
          data: { what, id, ...taker, nomineeId, ...(share === undefined ? {} : { share }) },
        },
      ];
      if (await this.append(stream, `take ${taker.dossierId}/${nomineeId}`, facts, request)) return undefined;
    }
    throw new EventStoreUnavailable('Others take and release the same reservation.');
  }

  /** Whoever stands in the way of a citation, by how his dossier stands now. */
  private async sort({ held }: Stream, dossierId: string, citation: Citation) {
    const others: { readonly heldBy: string }[] = [];
    const free: (readonly [Reservation, ReleaseCause])[] = [];
    let own = false;
    for (const reservation of inTheWay(held, citation.share)) {
      const standing = await this.standingOf(reservation, citation);
      if ('free' in standing) free.push([reservation, standing.free]);
      else if (standing.heldBy !== dossierId || standing.nomineeId !== citation.nomineeId) others.push(standing);
      else if (standing.escalated) free.push([reservation, 'nominee_escalated']);
      else own = true;
    }
    return { own, others, free };
  }

  /** Follows a nominee who left into the dossier to which he went. */
  private async standingOf(
    reservation: Pick<Reservation, 'dossierId' | 'nomineeId' | 'despiteCancellation'>,
    what: Pick<Citation, 'what' | 'id'>,
    escalated = false,
  ): Promise<Standing> {
    const { dossierId, nomineeId } = reservation;
    const held = { heldBy: dossierId, nomineeId, escalated };
    const dossier = await this.holders.dossier(dossierId);
    if (!dossier) return held;
    const nominee = dossier.nominees.get(nomineeId);
    if (!nominee) {
      const leftWith = ({ nominees }: { readonly nominees: readonly string[] }) => nominees.includes(nomineeId);
      const detached = dossier.detached.find(leftWith);
      if (detached) return this.standingOf({ dossierId: detached.childDossierId, nomineeId }, what, escalated);
      const other = dossier.escalated.find(leftWith);
      return other ? this.standingOf({ dossierId: other.childDossierId, nomineeId }, what, true) : held;
    }
    if (nominee.decided && nominee.decisionId !== undefined) {
      const cancelledAt = await this.holders.cancelledAt(dossierId, nomineeId, nominee.decisionId);
      const stands = cancelledAt === undefined || cancelledAt === reservation.despiteCancellation;
      return stands ? held : { free: 'award_cancelled' };
    }
    const procedure = this.holders.procedureOf(dossier);
    const because = procedure && willNotBeAwarded(dossier, nominee, procedure);
    if (because) return { free: because };
    // The other award may not use it up.
    const unused = escalated && procedure && !citationsOf(dossier, procedure).some(isOf(what, nomineeId));
    return unused ? { free: 'nominee_escalated' } : held;
  }

  private async read({ what, id }: Pick<Citation, 'what' | 'id'>): Promise<Stream> {
    const name = reservationStream(what, id);
    let held: Held = [];
    let revision = -1;
    for await (const event of this.store.readStream(name)) {
      held = evolveReservations(held, { type: event.type, data: event.data } as unknown as ReservationFact);
      revision = event.revision;
    }
    return { name, held, revision };
  }

  /** Whether it was recorded; not when somebody else wrote in between. */
  private async append(
    { name, revision }: Stream,
    doing: string,
    facts: readonly ReservationFact[],
    { actor, correlationId }: CommandRequest,
  ): Promise<boolean> {
    const commandId = derivedId(name, String(revision), doing);
    const { id, positionId, unitId } = actor;
    const effectiveAt = this.clock.now();
    const events = facts.map(({ type, data }, index): NewEvent => ({
      id: derivedId('event', commandId, String(index)),
      type,
      schemaVersion: reservationEvents[type].schemaVersion,
      effectiveAt,
      data: data as JsonObject,
      metadata: { commandId, correlationId, actor: { id, positionId, unitId } },
    }));
    const expected = revision < 0 ? ('noStream' as const) : revision;
    const done = await this.store.append(name, expected, events, {
      account: systemActor.id,
      commandId,
      fingerprint: 'reservation',
    });
    if (done.ok) return true;
    if (done.error.code === 'REVISION_CONFLICT') return false;
    throw new EventStoreUnavailable(`${name}: ${done.error.code}.`);
  }
}

const isOf =
  ({ what, id }: Pick<Citation, 'what' | 'id'>, nomineeId: string) =>
  (citation: Citation): boolean =>
    citation.what === what && citation.id === id && citation.nomineeId === nomineeId;

const released = ({ what, id }: Citation, held: Reservation, because: ReleaseCause): ReservationFact => ({
  type: 'ReservationReleased',
  data: { what, id, dossierId: held.dossierId, nomineeId: held.nomineeId, because },
});

const keyOf = ({ what, id, nomineeId }: Citation): string => `${what} ${id} ${nomineeId}`;

/** Two nominees of one dossier that cite the same: the second would be refused by the first. */
function twiceIn(dossierId: string, citations: readonly Citation[]): readonly TakenCitation[] {
  return citations.flatMap((citation, index) => {
    const before = citations
      .slice(0, index)
      .some(
        ({ what, id, share }) =>
          what === citation.what &&
          id === citation.id &&
          (share === undefined || citation.share === undefined || share === citation.share),
      );
    return before ? [{ ...citation, by: dossierId }] : [];
  });
}
