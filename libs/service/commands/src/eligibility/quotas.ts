import { type DecisionState, type MaybeDecision, yearOf } from '#libs/domain/decision';
import { type Clock, type Decision, type LocalDate, ok, refuse } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { evolveQuota, type QuotaFact, type QuotaPlaces, quotaEvents, quotaStream } from '#libs/domain/reservation';
import { type EventStore, EventStoreUnavailable } from '#libs/engine/event-store';
import { systemActor } from '#libs/service/access';
import type { CommandRequest } from '../command-request.js';
import { derivedId } from '../ids.js';

/** Whose places: of a body, for one award, in the year of the decision's date. */
export interface QuotaOf {
  readonly bodyId: string;
  readonly procedure: Pick<Procedure, 'code' | 'criteria'>;
  readonly date: LocalDate;
}

const ATTEMPTS = 8;

/**
 * The places of a year (R23): one stream for each body, award and year, appended with the revision that was read, so that two
 * decisions never take the same place. Taken before the number, by a command that was found possible; after a crash it finds them
 * as its own. Of a draft that was given up and of an award that was cancelled the place is free again: that the decisions say. A
 * cancellation frees its place for good; whoever restores the award takes another one.
 */
export class Quotas {
  constructor(
    private readonly store: EventStore,
    private readonly decision: (decisionId: string) => Promise<MaybeDecision>,
    private readonly clock: Clock,
  ) {}

  /** How many are left; `undefined` where the version sets no number. */
  async left(of: QuotaOf): Promise<number | undefined> {
    const perYear = perYearOf(of);
    return perYear === undefined ? undefined : Math.max(0, perYear - (await this.used((await this.read(of)).places)));
  }

  /** Takes places for a decision, or refuses `QUOTA_EXCEEDED`. @throws EventStoreUnavailable */
  take(decisionId: string, places: number, of: QuotaOf, request: CommandRequest): Promise<Decision<void>> {
    return this.takeUpTo({ decisionId, places }, places, of, request);
  }

  /** Takes one place more for an award that is to be restored (R55), or refuses `QUOTA_EXCEEDED`. @throws EventStoreUnavailable */
  takeAgain(
    { id, recipients, restorations }: Pick<DecisionState, 'id' | 'recipients' | 'restorations'>,
    of: QuotaOf,
    request: CommandRequest,
  ): Promise<Decision<void>> {
    return this.takeUpTo({ decisionId: id, places: recipients.length + restorations + 1 }, 1, of, request);
  }

  /** Brings what a decision has taken up to a number. Where it has that already, a first attempt was cut off. */
  private async takeUpTo(
    data: QuotaFact['data'],
    asked: number,
    of: QuotaOf,
    request: CommandRequest,
  ): Promise<Decision<void>> {
    const perYear = perYearOf(of);
    if (perYear === undefined) return ok(undefined);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { places: taken, revision } = await this.read(of);
      if (taken.get(data.decisionId) === data.places) return ok(undefined);
      const left = perYear - (await this.used(taken));
      if (asked > left) {
        const params = { left: Math.max(0, left), asked, out: [] };
        return refuse('QUOTA_EXCEEDED', { rule: 'R23', source: of.procedure.criteria.quota?.source ?? '', params });
      }
      if (await this.append(of, revision, data, request)) return ok(undefined);
    }
    throw new EventStoreUnavailable('Other decisions take places of the same year.');
  }

  /** What decisions hold: recipients of drafted and issued ones whose award stands. */
  private async used(taken: QuotaPlaces): Promise<number> {
    let used = 0;
    for (const [decisionId, places] of taken) {
      const decision = await this.decision(decisionId);
      if (decision?.stage !== 'given_up') used += places - (decision ? cancellationsOf(decision) : 0);
    }
    return used;
  }

  private async read(of: QuotaOf): Promise<{ readonly places: QuotaPlaces; readonly revision: number }> {
    let places: QuotaPlaces = new Map();
    let revision = -1;
    for await (const event of this.store.readStream(streamOf(of))) {
      places = evolveQuota(places, { type: event.type, data: event.data } as unknown as QuotaFact);
      revision = event.revision;
    }
    return { places, revision };
  }

  private async append(
    of: QuotaOf,
    revision: number,
    data: QuotaFact['data'],
    { actor, correlationId }: CommandRequest,
  ): Promise<boolean> {
    const stream = streamOf(of);
    const commandId = derivedId(stream, String(revision), data.decisionId);
    const { id, positionId, unitId } = actor;
    const event = {
      id: derivedId('event', commandId),
      type: 'QuotaPlacesTaken',
      schemaVersion: quotaEvents.QuotaPlacesTaken.schemaVersion,
      effectiveAt: this.clock.now(),
      data: { ...data },
      metadata: { commandId, correlationId, actor: { id, positionId, unitId } },
    };
    const key = { account: systemActor.id, commandId, fingerprint: 'take-places' };
    const done = await this.store.append(stream, revision < 0 ? 'noStream' : revision, [event], key);
    if (done.ok) return true;
    if (done.error.code === 'REVISION_CONFLICT') return false;
    throw new EventStoreUnavailable(`${stream}: ${done.error.code}.`);
  }
}

/** How many places it has freed: for each award that is cancelled, and for each cancellation that was undone. */
const cancellationsOf = ({ cancelled, restorations }: DecisionState): number => cancelled.size + restorations;

const perYearOf = ({ procedure }: QuotaOf): number | undefined => {
  const perYear = procedure.criteria.quota?.perYear;
  return typeof perYear === 'number' ? perYear : undefined;
};

const streamOf = ({ bodyId, procedure, date }: QuotaOf): string => quotaStream(bodyId, procedure.code, yearOf(date));
