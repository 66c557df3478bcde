import { type EventStore, type Position, START } from '#libs/engine/event-store';
import { dossiersSince } from '../dossiers-since.js';

/** Tells which dossiers to look at, so that nobody has to read the whole log for one holiday. */
export interface ClockIndex {
  /** Those with clocks that run or wait by a calendar: some too many do no harm. `upTo`: later facts are looked up in the log. */
  candidates(calendarId: string): Promise<{ readonly dossierIds: readonly string[]; readonly upTo: Position }>;
}

/** Without a read model: the whole log is looked through. */
const noIndex: ClockIndex = { candidates: async () => ({ dossierIds: [], upTo: START }) };

/**
 * The dossiers whose clocks a change of a calendar may concern, by the log and not by a view that may lag: none that had an open
 * clock when it was asked is missing. In the order of their ids.
 */
export class OpenClocks {
  constructor(
    private readonly store: EventStore,
    private readonly index: ClockIndex = noIndex,
  ) {}

  /** @throws EventStoreUnavailable */
  async dossiers(calendarId: string): Promise<readonly string[]> {
    const { dossierIds, upTo } = await this.index.candidates(calendarId);
    const ids = new Set(dossierIds);
    for await (const id of dossiersSince(this.store, upTo)) ids.add(id);
    return [...ids].sort();
  }
}
