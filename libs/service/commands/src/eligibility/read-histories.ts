import type { DossierState } from '#libs/domain/dossier';
import type { AwardHistory } from '#libs/domain/eligibility';
import type { EventStore } from '#libs/engine/event-store';
import type { ProjectionProgress } from '#libs/engine/projections';
import {
  asHistory,
  awardHistoryProjection,
  type AwardHistoryQuery,
  type RecipientHistory,
} from '#libs/service/read-models';
import type { NomineeHistories } from './nominee-histories.port.js';

/** How long an appraisal waits for what was recorded just before it. It then says how far it saw. */
const WAIT_AT_MOST_MS = 1_000;

/** The earlier awards of nominees as the read model has them, which is given a moment to catch up with the log. */
export class ReadHistories implements NomineeHistories {
  constructor(
    private readonly query: AwardHistoryQuery,
    private readonly store: Pick<EventStore, 'head'>,
    private readonly progress: Pick<ProjectionProgress, 'waitFor'>,
  ) {}

  async of(dossier: DossierState, nomineeIds: readonly string[]): Promise<ReadonlyMap<string, AwardHistory>> {
    const found = await this.linesOf(dossier, nomineeIds);
    return new Map([...found].map(([nomineeId, history]) => [nomineeId, asHistory(history)]));
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
