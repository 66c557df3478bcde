import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierState, NomineeState } from './dossier.state.js';

/** The size to which every part of the system is built and measured; not a figure of the law. */
export const MAX_NOMINEES = 2_000;

const NAMED_IN_A_REFUSAL = 20;

/** Still in question: nothing found, voted or decided so far rules the nominee out. */
export const isOpen = ({ dropped, verdict, vote, approval }: NomineeState): boolean =>
  !dropped && verdict?.verdict !== 'not_qualified' && vote?.passed !== false && approval?.approved !== false;

/** On whom the council votes: judged at this level and found qualified. */
export const isQualified = ({ dropped, verdict }: NomineeState): boolean =>
  !dropped && verdict?.verdict === 'qualified';

/** Two nominees with the same key are one: the same kind, name and unit, however written, spaced or capitalised. */
export const nomineeKey = ({ kind, name, unit }: Pick<NomineeState, 'kind' | 'name' | 'unit'>): string =>
  `${kind}\n${folded(name)}\n${folded(unit)}`;

// Unicode's own lower case serves Vietnamese as it is; asking for the locale's is twenty times slower.
const folded = (text: string): string => text.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');

/** Ids for a refusal, shortened: a sentence that lists 2,000 nominees tells nobody anything. */
export const listed = (ids: readonly string[]): string[] =>
  ids.length <= NAMED_IN_A_REFUSAL
    ? [...ids]
    : [...ids.slice(0, NAMED_IN_A_REFUSAL), `… (+${ids.length - NAMED_IN_A_REFUSAL})`];

/** Refuses `NOMINEE_TWICE` when an id stands twice and `NOMINEE_UNKNOWN` when the dossier does not have it. */
export function checkNamed(state: DossierState, ids: readonly string[]): Decision<void> {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  if (twice.length > 0) return refuse('NOMINEE_TWICE', { params: { nominees: listed(twice) } });
  const unknown = ids.filter((id) => !state.nominees.has(id));
  if (unknown.length > 0) return refuse('NOMINEE_UNKNOWN', { params: { nominees: listed(unknown) } });
  return ok(undefined);
}

/** The nominees of the dossier that fulfil a condition, in their order. */
export const nomineesWhere = (state: DossierState, condition: (nominee: NomineeState) => boolean): NomineeState[] =>
  [...state.nominees.values()].filter(condition);
