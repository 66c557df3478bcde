import { type Language, type LocalDate, type SentenceNames, dayText } from '#libs/domain/kernel';

/** Ids that a sentence spells out before it only counts the others. */
const SPELT_OUT = 5;

type Named = Pick<SentenceNames, 'nominee'>;

/** Nominees as they are called: `3 đối tượng (N1, N2, N3)`, `61 đối tượng (N1, N2, N3, N4, N5…)`. */
export function nominees(ids: readonly string[], language: Language, names: Named): string {
  const word = language === 'vi' ? 'đối tượng' : ids.length === 1 ? 'nominee' : 'nominees';
  return `${ids.length} ${word} (${nomineeList(ids, names)})`;
}

/** The first ids of a list, with an ellipsis for the others. */
export const idList = (ids: readonly string[]): string =>
  `${ids.slice(0, SPELT_OUT).join(', ')}${ids.length > SPELT_OUT ? '…' : ''}`;

/** A letter or minutes by number and day: `số 12/TTr-SNV ngày 20/08/2026`. */
export const letter = ({ number, date }: { number: string; date: LocalDate }, language: Language): string =>
  language === 'vi' ? `số ${number} ngày ${dayText(date)}` : `no. ${number} of ${dayText(date)}`;

/** The first nominees of a list as they are called, with an ellipsis for the others. */
export const nomineeList = (ids: readonly string[], names: Named): string =>
  `${ids
    .slice(0, SPELT_OUT)
    .map((id) => names.nominee(id))
    .join(', ')}${ids.length > SPELT_OUT ? '…' : ''}`;

/** Where the dossier stands after the fact. */
export const movedTo = (step: string): string => ` → ${step}`;

export const because = (reason: string | undefined, language: Language): string =>
  reason === undefined ? '' : language === 'vi' ? `; lý do: ${reason}` : `; reason: ${reason}`;

/** The day on which a fact holds, for sentences about facts that were recorded later. */
export const effectiveOn = (date: string, language: Language): string =>
  language === 'vi' ? `hiệu lực từ ${dayText(date)}` : `effective ${dayText(date)}`;
