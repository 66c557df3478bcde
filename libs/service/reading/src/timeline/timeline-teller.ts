import type { DossierState } from '#libs/domain/dossier';
import {
  type Actor,
  type Bilingual,
  type Fact,
  type FactContext,
  type Instant,
  type Language,
  languages,
  localDateOf,
  momentText,
  shortId,
  type SentenceNames,
} from '#libs/domain/kernel';
import type { Units } from '#libs/domain/organization';
import type { Procedure } from '#libs/domain/procedure';
import type { SubmissionState } from '#libs/domain/submission';
import { type Accounts, mayKnowNames } from '#libs/service/access';
import type { Organization } from '#libs/service/commands';
import { eventCatalogue } from '#libs/service/event-catalogue';
import type { Law } from '#libs/service/law';
import type { TimelineRow } from '#libs/service/read-models';
import { awardNames, nomineeNames, procedureOf, sentenceNames } from '../names.js';
import { type TimelineGroup, groupOf } from './timeline-groups.js';

/** Who acted. A name stands here only for readers who may know it (`mayKnowNames`). */
export interface TimelineActor {
  readonly accountId: string | null;
  readonly name: string | null;
  readonly positionId: string | null;
  readonly position: Bilingual | null;
  readonly unitId: string | null;
  readonly unit: Bilingual | null;
  /** The system, because of another fact or because time had passed. */
  readonly system: boolean;
  readonly onBehalfOf: { readonly accountId: string; readonly name: string | null } | null;
}

/** One fact of a dossier or a letter, as people read it. */
export interface TimelineEntry {
  readonly eventId: string;
  readonly type: string;
  readonly group: TimelineGroup;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  /** In the reader's language. */
  readonly sentence: string;
  readonly sentences: Bilingual;
  readonly by: TimelineActor;
  readonly recordedAt: Instant;
  /** By the office's clock: `09:05 27/08/2026`. */
  readonly recordedText: string;
  readonly effectiveAt: Instant;
  readonly effectiveText: string;
  /** Recorded on a later day than it holds from (ghi lùi). */
  readonly backDated: boolean;
  /** For a correction: the revision that had stated the wrong value. */
  readonly corrects: number | null;
}

/** What a line is made of: a row of the timeline, or a fact as the log holds it. */
export type ToldFact = Omit<TimelineRow, 'dossierId' | 'ordinal'>;

/** What stands beside it is called, by its id: only what the reader may see. */
export type Titles = ReadonlyMap<string, string>;

/** Tells facts as sentences, to a reader who may see what they are about. */
export class TimelineTeller {
  constructor(
    private readonly accounts: Pick<Accounts, 'find'>,
    private readonly organization: Pick<Organization, 'read'>,
    private readonly law: Law,
  ) {}

  /** Of a dossier. */
  async tell(
    rows: readonly TimelineRow[],
    dossier: DossierState,
    reader: Actor,
    language: Language,
    letters: Titles,
  ): Promise<readonly TimelineEntry[]> {
    const procedure = procedureOf(this.law, dossier);
    const letter = titled(letters);
    return this.entries(rows, dossier, reader, language, procedure, (row, names) => ({
      ...names,
      letter,
      // An id of another dossier’s list may be the same: a decision is about several.
      ...((row.data['dossierId'] ?? dossier.id) === dossier.id ? { nominee: nomineeNames(dossier) } : {}),
    }));
  }

  /** Of a letter to the level above. Once sent it lies, as its dossiers do, before the body to which it went. */
  tellLetter(
    rows: readonly ToldFact[],
    { bodyId, to, sent }: Pick<SubmissionState, 'bodyId' | 'to' | 'sent'>,
    reader: Actor,
    language: Language,
    dossiers: Titles,
  ): Promise<readonly TimelineEntry[]> {
    const lies = { bodyId: (sent && to.bodyId) ?? bodyId };
    return this.entries(rows, lies, reader, language, undefined, (_row, names) => ({
      ...names,
      dossier: titled(dossiers),
    }));
  }

  private async entries<Row extends ToldFact>(
    rows: readonly Row[],
    about: { readonly bodyId: string },
    reader: Actor,
    language: Language,
    procedure: Procedure | undefined,
    namesFor: (row: Row, names: SentenceNames) => SentenceNames,
  ): Promise<readonly TimelineEntry[]> {
    const { units } = await this.organization.read();
    const people = await this.peopleIn(rows, about, reader);
    const names = Object.fromEntries(
      languages.map((each) => [
        each,
        {
          ...sentenceNames(procedure, units, each),
          award: awardNames(this.law, each),
          actor: (id: string) => people.get(id) ?? id,
        },
      ]),
    ) as Record<Language, SentenceNames>;
    return rows.map((row) => {
      const say = (each: Language): string =>
        eventCatalogue.get(row.type)?.sentence(factOf(row), each, namesFor(row, names[each])) ?? row.type;
      const sentences = { vi: say('vi'), en: say('en') };
      const { eventId, type, stream, revision, position, recordedAt, effectiveAt } = row;
      return {
        eventId,
        type,
        group: groupOf(type),
        stream,
        revision,
        position,
        sentence: sentences[language],
        sentences,
        by: actorTold(row, units, people),
        recordedAt,
        recordedText: momentText(recordedAt),
        effectiveAt,
        effectiveText: momentText(effectiveAt),
        backDated: localDateOf(effectiveAt) < localDateOf(recordedAt),
        corrects: type === 'FactCorrected' ? Number(row.data['revision']) : null,
      };
    });
  }

  /** The names that this reader may know, of those who acted. */
  private async peopleIn(
    rows: readonly ToldFact[],
    about: { readonly bodyId: string },
    reader: Actor,
  ): Promise<ReadonlyMap<string, string>> {
    const known = new Set<string>();
    for (const { actorId, actorUnitId, onBehalfOf } of rows) {
      if (!actorUnitId || !mayKnowNames(reader, actorUnitId, about)) continue;
      for (const id of [actorId, onBehalfOf]) if (id) known.add(id);
    }
    const found = await Promise.all([...known].map((id) => this.accounts.find(id)));
    return new Map(found.flatMap((account) => (account ? [[account.id, account.name] as const] : [])));
  }
}

const titled =
  (titles: Titles) =>
  (id: string): string => {
    const title = titles.get(id);
    return title === undefined ? shortId(id) : `“${title}”`;
  };

function factOf(row: ToldFact): Fact & FactContext {
  const { type, data, revision, recordedAt, effectiveAt, actorId, actorPositionId, actorUnitId } = row;
  const actor = { id: actorId ?? '', positionId: actorPositionId ?? '', unitId: actorUnitId ?? '', roles: [] };
  return { type, data, revision, recordedAt, effectiveAt, actor };
}

function actorTold(row: ToldFact, units: Units, people: ReadonlyMap<string, string>): TimelineActor {
  const { actorId, actorPositionId, actorUnitId, onBehalfOf } = row;
  const unit = actorUnitId === null ? undefined : units.get(actorUnitId);
  const position = actorPositionId === null ? undefined : unit?.positions.get(actorPositionId);
  return {
    accountId: actorId,
    name: (actorId && people.get(actorId)) || null,
    positionId: actorPositionId,
    position: position?.title ?? null,
    unitId: actorUnitId,
    unit: unit?.name ?? null,
    system: actorId === 'system',
    onBehalfOf: onBehalfOf === null ? null : { accountId: onBehalfOf, name: people.get(onBehalfOf) ?? null },
  };
}
