import {
  type DossierInForce,
  type MaybeDossier,
  type RecordedDossierFact,
  dossierInForce,
  foldDossier,
} from '#libs/domain/dossier';
import {
  type Bilingual,
  type Language,
  type LocalDate,
  type Result,
  type SentenceNames,
  codesAsNames,
  dayText,
  fail,
  momentText,
  ok,
} from '#libs/domain/kernel';
import { type Procedure, namesOfProcedure } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import { dossierStream, recordedFact } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import type { AsRecorded } from './as-recorded.js';
import { standingLines } from './standing.js';
import { type TimelineFact, timelineLines } from './timeline.js';

export interface ReplayOrder {
  readonly dossierId: string;
  readonly language: Language;
  /** Without it, all that the log holds. */
  readonly asRecorded?: AsRecorded;
  /** A day in the office: of what was recorded, only what held at its end. */
  readonly asInForce?: LocalDate;
}

/**
 * Tells a dossier again from the log alone: what was recorded, line by line, then how it stood after the last line. Refuses
 * when the log held nothing of it. Without the law's files steps and clocks go by their codes.
 */
export async function replayDossier(
  store: EventStore,
  law: Law | undefined,
  { dossierId, language, asRecorded, asInForce }: ReplayOrder,
): Promise<Result<readonly string[], Bilingual>> {
  const recorded: TimelineFact[] = [];
  for await (const event of store.readStream(dossierStream(dossierId))) {
    const fact = recordedFact<RecordedDossierFact>(event);
    if (isLater(fact, asRecorded)) break;
    recorded.push({ fact, position: event.position });
  }
  const history = recorded.map(({ fact }) => fact);
  const held = asInForce === undefined ? undefined : dossierInForce(history, asInForce);
  const inForce = held && new Set(held.facts);
  const facts = recorded.filter(({ fact }) => inForce?.has(fact) ?? true);
  const state = held ? held.dossier : foldDossier(history);
  const last = facts.at(-1);
  if (!state || !last) return fail(nothingOf(dossierId, asRecorded !== undefined, recorded.length > 0 && asInForce));
  const names = namesFor(procedureOf(state, law), language);
  const { title } = state;
  return ok([
    language === 'vi' ? `Hồ sơ ${dossierId}: ${title}` : `Dossier ${dossierId}: ${title}`,
    '',
    ...timelineLines(facts, language, names),
    '',
    asInForce === undefined ? standingHeading(last, language) : inForceHeading(asInForce, held, language),
    ...standingLines(state, language, names).map((line) => `  ${line}`),
  ]);
}

function isLater({ revision, recordedAt }: RecordedDossierFact, at: AsRecorded | undefined): boolean {
  if (!at) return false;
  return 'revision' in at ? revision > at.revision : recordedAt > at.instant;
}

function procedureOf(state: NonNullable<MaybeDossier>, law: Law | undefined): Procedure | undefined {
  if (state.procedure) return law?.procedureByPin(state.procedure);
  // Before the receipt the procedure is provisional: the newest version has the names.
  return law?.procedures.findLast(({ code }) => code === state.procedureCode);
}

const namesFor = (procedure: Procedure | undefined, language: Language): SentenceNames => ({
  ...codesAsNames,
  ...(procedure ? namesOfProcedure(procedure, language) : {}),
});

const standingHeading = ({ fact, position }: TimelineFact, language: Language): string =>
  language === 'vi'
    ? `Trạng thái ở bản ${fact.revision}, vị trí ${position} (ghi lúc ${momentText(fact.recordedAt)}):`
    : `As of revision ${fact.revision}, position ${position} (recorded ${momentText(fact.recordedAt)}):`;

function inForceHeading(day: LocalDate, held: DossierInForce | undefined, language: Language): string {
  const late = held?.recordedLater.length ?? 0;
  return language === 'vi'
    ? `Trạng thái có hiệu lực hết ngày ${dayText(day)}${late > 0 ? ` (${late} việc ghi lùi hoặc đính chính)` : ''}:`
    : `In force at the end of ${dayText(day)}${late > 0 ? ` (${late} recorded later or corrected)` : ''}:`;
}

function nothingOf(dossierId: string, asRecorded: boolean, day: LocalDate | false | undefined): Bilingual {
  if (day) {
    return {
      vi: `Đến hết ngày ${dayText(day)} hồ sơ ${dossierId} chưa có gì có hiệu lực.`,
      en: `At the end of ${dayText(day)} nothing of dossier ${dossierId} was in force.`,
    };
  }
  return asRecorded
    ? {
        vi: `Khi đó nhật ký chưa có hồ sơ ${dossierId}.`,
        en: `At that point the log held nothing of dossier ${dossierId}.`,
      }
    : { vi: `Không có hồ sơ ${dossierId} trong nhật ký.`, en: `There is no dossier ${dossierId} in the log.` };
}
