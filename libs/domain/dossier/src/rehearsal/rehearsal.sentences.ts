import { type Bilingual, codesAsNames, type Language, momentText, sentenceOf } from '#libs/domain/kernel';
import { actName, namesOfProcedure, type ProcedureDocument } from '#libs/domain/procedure';
import type { OtherDeadline, Parting, PartingKind } from './rehearsal.js';

/** What has no act of a procedure behind it. */
const others: Readonly<Record<string, Bilingual>> = {
  draft: { vi: 'soạn hồ sơ', en: 'drafting' },
  DetachedDossierOpened: { vi: 'mở hồ sơ tách', en: 'opening of a detached dossier' },
  EscalatedDossierOpened: { vi: 'mở hồ sơ trình cấp trên', en: 'opening of a dossier for another award' },
};

const kinds: Readonly<Record<Exclude<PartingKind, 'refused'>, Bilingual>> = {
  other_result: { vi: 'kết quả khác', en: 'another result' },
  other_end: { vi: 'kết thúc khác', en: 'another end' },
  other_acts: { vi: 'việc tiếp theo khác', en: 'other acts are possible next' },
};

/** Where it was, and what was done there: `Thẩm định, hoàn thành thẩm định`. */
const placeText = (step: string, act: string, procedure: ProcedureDocument, language: Language): string =>
  `${namesOfProcedure(procedure, language).step(step)}, ${others[act]?.[language] ?? actName(act, language)}`;

/** `Thẩm định, hoàn thành thẩm định: …`: where a dossier parts from its recorded way, and how. Names nobody. */
export function partingSentence(parting: Parting, procedure: ProcedureDocument, language: Language): string {
  const { step, act, kind, refusal, nominees, recorded, rehearsed } = parting;
  const name = namesOfProcedure(procedure, language);
  const place = placeText(step, act, procedure, language);
  if (kind === 'refused' && refusal) return `${place}: ${sentenceOf(refusal, language, { ...codesAsNames, ...name })}`;
  const said = kind === 'refused' ? '' : kinds[kind][language];
  const about = nominees ? ` (${nominees.join(', ')})` : '';
  const ways = recorded === undefined ? '' : ` (${name.step(recorded)} → ${name.step(rehearsed ?? '') || '—'})`;
  return `${place}: ${said}${about}${ways}`;
}

const wouldBeLate: Bilingual = { vi: ', sẽ trễ hạn', en: ', would have been late' };
const wouldBeInTime: Bilingual = { vi: ', sẽ đúng hạn', en: ', would have been in time' };

/** `Tiếp nhận, tiếp nhận hồ sơ: hạn “Thẩm định” 17:00 22/09/2026 → 17:00 15/09/2026`: after which act another deadline held, and which. */
export function otherDeadlineSentence(
  { clock, step, act, from, to, late }: OtherDeadline,
  procedure: ProcedureDocument,
  language: Language,
): string {
  const moment = (instant: string | undefined) => (instant === undefined ? '—' : momentText(instant));
  const lateness = late ? (late.rehearsed ? wouldBeLate : wouldBeInTime)[language] : '';
  const deadline = { vi: 'hạn', en: 'deadline' }[language];
  const name = namesOfProcedure(procedure, language).clock(clock);
  const place = placeText(step, act, procedure, language);
  return `${place}: ${deadline} “${name}” ${moment(from)} → ${moment(to)}${lateness}`;
}
