import type { DossierState } from '#libs/domain/dossier';
import type { AwardHistory } from '#libs/domain/eligibility';
import { type EventStore, EventStoreUnavailable, type Position } from '#libs/engine/event-store';
import { ProjectionProgress } from '#libs/engine/projections';
import type { Database } from '#libs/platform/postgres';
import { asHistory, awardHistoryProjection, AwardHistoryQuery, type RecipientHistory } from '#libs/service/read-models';
import type { AwardUses } from './award-uses.port.js';
import type { NomineeHistories } from './nominee-histories.port.js';

/** How long an appraisal waits for what was recorded just before it. It then says how far it saw. */
const WAIT_AT_MOST_MS = 1_000;

/** The earlier awards of nominees as the read model has them, which is given a moment to catch up with the log. */
export class ReadHistories implements NomineeHistories, AwardUses {
  constructor(
    private readonly query: AwardHistoryQuery,
    private readonly store: Pick<EventStore, 'head'>,
    private readonly progress: Pick<ProjectionProgress, 'waitFor'>,
  ) {}

  async of(dossier: DossierState, nomineeIds: readonly string[]): Promise<ReadonlyMap<string, AwardHistory>> {
    const found = await this.linesOf(dossier, nomineeIds);
    return new Map([...found].map(([nomineeId, history]) => [nomineeId, asHistory(history)]));
  }

  async restingOn(refs: readonly string[], after: Position): Promise<readonly string[]> {
    await this.seen(after);
    return this.query.dossiersRestingOn(refs);
  }

  async lost(refs: readonly string[], after: Position): Promise<readonly string[]> {
    if (refs.length === 0) return [];
    await this.seen(after);
    const lost = await this.query.lost(refs);
    return refs.filter((ref) => lost.has(ref));
  }

  /** @throws EventStoreUnavailable when the read model is too far behind: whoever follows the log comes again. */
  private async seen(position: Position): Promise<void> {
    const { behind } = await this.progress.waitFor([awardHistoryProjection], position, WAIT_AT_MOST_MS);
    if (behind) throw new EventStoreUnavailable('The read model of earlier awards is behind.');
  }

  /** With names, for whoever has to see whose they are. */
  async linesOf(dossier: DossierState, nomineeIds: readonly string[]): Promise<ReadonlyMap<string, RecipientHistory>> {
    await this.progress.waitFor([awardHistoryProjection], await this.store.head(), WAIT_AT_MOST_MS);
    const sought = nomineeIds.flatMap((nomineeId) => {
      const nominee = dossier.nominees.get(nomineeId);
      if (!nominee) return [];
      const { kind, name, unit, code, birthDate } = nominee;
      return [
        {
          ref: `${dossier.id}/${nomineeId}`,
          kind,
          name,
          unit,
          ...(code === undefined ? {} : { code }),
          ...(birthDate === undefined ? {} : { birthDate }),
        },
      ];
    });
    const found = await this.query.of(sought);
    return new Map([...found].map(([ref, history]) => [ref.slice(dossier.id.length + 1), history]));
  }
}

/** On the database of the read models. */
export const openHistories = (store: EventStore, database: Database): ReadHistories =>
  new ReadHistories(
    new AwardHistoryQuery(database),
    store,
    new ProjectionProgress(store, database, [awardHistoryProjection]),
  );
