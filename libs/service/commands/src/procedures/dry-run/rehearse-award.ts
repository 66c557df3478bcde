import type { WorkingCalendar } from '#libs/domain/calendar';
import { type DossierFact, isClockEvent, type Rehearsal, rehearse, type RehearsedFact } from '#libs/domain/dossier';
import type { Procedure } from '#libs/domain/procedure';
import { type EventStore, type RecordedEvent, START } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { recordedFact } from '../../aggregate-runner.js';
import type { WorkingCalendars } from '../../calendars/working-calendars.js';
import { dossierStream } from '../../ids.js';

const PAGE = 500;

/** Facts with which a dossier begins. */
const OPENING = ['DossierDrafted', 'DetachedDossierOpened', 'EscalatedDossierOpened'];

/** The dossiers of one award, by the log and not by a view that may lag; ids only, in the order in which they were begun. */
export async function dossiersOfAward(store: EventStore, code: string): Promise<readonly string[]> {
  const prefix = dossierStream('');
  const ids: string[] = [];
  for (let after = START; ;) {
    const { events, scannedTo } = await store.readAll({
      after,
      filter: { streamPrefixes: [prefix], types: OPENING },
      limit: PAGE,
    });
    for (const { stream, data } of events) if (data['procedureCode'] === code) ids.push(stream.slice(prefix.length));
    // Equal at the end of the log only.
    if (scannedTo === after) return ids;
    after = scannedTo;
  }
}

/** Rehearses dossiers of the log under a draft, one history in memory at a time for each that is asked for at once. */
export class HistoryRehearsals {
  private readonly known = new Map<string, WorkingCalendar | undefined>();

  constructor(
    private readonly store: EventStore,
    private readonly law: Pick<Law, 'procedures'>,
    private readonly calendars: Pick<WorkingCalendars, 'at' | 'office'>,
    private readonly draft: Procedure,
  ) {}

  /** @throws EventStoreUnavailable */
  async of(dossierId: string): Promise<Rehearsal> {
    const history: RehearsedFact[] = [];
    for await (const event of this.store.readStream(dossierStream(dossierId))) history.push(rehearsedFact(event));
    for (const { id, version } of calendarsIn(history)) await this.learn(id, version);
    const now = await this.office();
    return rehearse(history, {
      draft: this.draft,
      versions: this.law.procedures,
      calendars: { at: (id, version) => this.known.get(keyOf(id, version)), now },
    });
  }

  private async learn(id: string, version: string): Promise<void> {
    const key = keyOf(id, version);
    if (!this.known.has(key)) this.known.set(key, await this.calendars.at(id, version));
  }

  private today: Promise<WorkingCalendar> | undefined;

  private office(): Promise<WorkingCalendar> {
    return (this.today ??= this.calendars.office());
  }
}

const keyOf = (id: string, version: string): string => `${id} ${version}`;

interface CountedBy {
  readonly id: string;
  readonly version: string;
}

function rehearsedFact(event: RecordedEvent): RehearsedFact {
  const { backdatingReason } = event.metadata;
  const fact = recordedFact<DossierFact>(event);
  return typeof backdatingReason === 'string' ? { ...fact, backdatingReason } : fact;
}

const calendarsIn = (history: readonly RehearsedFact[]): readonly CountedBy[] =>
  history.flatMap(({ type, data }) => {
    const named = isClockEvent(type) ? (data as { calendar?: CountedBy }).calendar : undefined;
    return named ? [named] : [];
  });
