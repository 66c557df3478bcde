import type { LocalDate } from '#libs/domain/kernel';
import type { OfficeNames } from '../facts/office-names.js';
import type { PaperHead } from '../paper.js';
import { capitals, officialDay, officialNumber } from '../words/official.js';
import { fill, words } from '../words/paper-words.js';

const { common } = words;

/** `09/TTr-SNV`; of a draft the room to write it in: `          /TTr-………`. */
export const numberText = (number: string | undefined, symbol: string): string =>
  number === undefined ? fill(common.blankNumber, { symbol: `${symbol}-${common.blankSign}` }) : officialNumber(number);

/** `ngày 05 tháng 01 năm 2026`, or the room for it. */
export const dayText = (day: LocalDate | undefined): string => (day === undefined ? common.blankDay : officialDay(day));

interface HeadOf {
  readonly unitId: string;
  /** The day for which names of units hold. */
  readonly on: LocalDate;
  /** Absent for papers that have no number. */
  readonly number?: string;
  /** The paper's own date; `null` leaves room, absent says nothing. */
  readonly dated?: LocalDate | null;
}

/** The head of a paper that a unit issues. The place is not known here and left for the office to write. */
export function headOf(names: OfficeNames, { unitId, on, number, dated }: HeadOf): PaperHead {
  const parent = names.parent(unitId, on);
  return {
    ...(parent === undefined ? {} : { parent: capitals(parent) }),
    issuer: capitals(names.unit(unitId)),
    ...(number === undefined ? {} : { number: fill(common.number, { number }) }),
    ...(dated === undefined
      ? {}
      : { placeAndDate: fill(common.placeAndDate, { place: common.blankPlace, day: dayText(dated ?? undefined) }) }),
  };
}
