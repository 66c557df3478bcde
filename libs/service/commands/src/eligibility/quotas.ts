import { type MaybeDecision, yearOf } from '#libs/domain/decision';
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
 * as its own. Of a draft that was given up and of an award that was cancelled the place is free again: that the decisions say.
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
  async take(decisionId: string, places: number, of: QuotaOf, request: CommandRequest): Promise<Decision<void>> {
    const perYear = perYearOf(of);
    if (perYear === undefined) return ok(undefined);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { places: taken, revision } = await this.read(of);
      if (taken.get(decisionId) === places) return ok(undefined);
      const left = perYear - (await this.used(taken, decisionId));
      if (places > left) {
        const params = { left: Math.max(0, left), asked: places, out: [] };
        return refuse('QUOTA_EXCEEDED', { rule: 'R23', source: of.procedure.criteria.quota?.source ?? '', params });
      }
      if (await this.append(of, revision, { decisionId, places }, request)) return ok(undefined);
    }
    throw new EventStoreUnavailable('Other decisions take places of the same year.');
  }

  /** What decisions hold: recipients of drafted and issued ones whose award stands. */
  private async used(taken: QuotaPlaces, except?: string): Promise<number> {
    let used = 0;
    for (const [decisionId, places] of taken) {
      if (decisionId === except) continue;
      const decision = await this.decision(decisionId);
      if (decision?.stage !== 'given_up') used += places - (decision?.cancelled.size ?? 0);
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

const perYearOf = ({ procedure }: QuotaOf): number | undefined => {
  const perYear = procedure.criteria.quota?.perYear;
  return typeof perYear === 'number' ? perYear : undefined;
};

const streamOf = ({ bodyId, procedure, date }: QuotaOf): string => quotaStream(bodyId, procedure.code, yearOf(date));
