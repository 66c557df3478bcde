import { type MaybeDossier, type RecordedDossierFact, evolveDossier } from '#libs/domain/dossier';
import {
  type Bilingual,
  type Language,
  type Result,
  type SentenceNames,
  codesAsNames,
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
}

/**
 * Tells a dossier again from the log alone: what was recorded, line by line, then how it stood after the last line. Refuses
 * when the log held nothing of it. Without the law's files steps and clocks go by their codes.
 */
export async function replayDossier(
  store: EventStore,
  law: Law | undefined,
  { dossierId, language, asRecorded }: ReplayOrder,
): Promise<Result<readonly string[], Bilingual>> {
  const facts: TimelineFact[] = [];
  let state: MaybeDossier;
  for await (const event of store.readStream(dossierStream(dossierId))) {
    const fact = recordedFact<RecordedDossierFact>(event);
    if (isLater(fact, asRecorded)) break;
    facts.push({ fact, position: event.position });
    state = evolveDossier(state, fact);
  }
  const last = facts.at(-1);
  if (!state || !last) return fail(nothingOf(dossierId, asRecorded !== undefined));
  const names = namesFor(procedureOf(state, law), language);
  const { title } = state;
  return ok([
    language === 'vi' ? `Hồ sơ ${dossierId}: ${title}` : `Dossier ${dossierId}: ${title}`,
    '',
    ...timelineLines(facts, language, names),
    '',
    standingHeading(last, language),
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

function nothingOf(dossierId: string, asRecorded: boolean): Bilingual {
  return asRecorded
    ? {
        vi: `Khi đó nhật ký chưa có hồ sơ ${dossierId}.`,
        en: `At that point the log held nothing of dossier ${dossierId}.`,
      }
    : { vi: `Không có hồ sơ ${dossierId} trong nhật ký.`, en: `There is no dossier ${dossierId} in the log.` };
}
