export { type CsvErrorCode, type RowError, RowErrors, sentenceOfRowError } from './row-error.js';
export { type NomineeRow } from './nominee-columns.js';
export { parseNomineeCsv } from './nominee-csv.js';
export { type PastAwardRow, parsePastAwardCsv } from './past-award-csv.js';
export { LARGEST_LIST_BYTES } from './decode-text.js';
export { type KnownAwards } from './possible-awards.js';
export { type ListedNominee, type ListedPastAward, readNomineeList, readPastAwardList } from './read-list.js';
