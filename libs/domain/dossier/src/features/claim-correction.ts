import type { NomineeClaims } from '#libs/domain/eligibility';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierState, NomineeState } from '../dossier.state.js';

/** Claims that change: as they were stated, and as they are right. One that is missing on a side was, or is, not stated. */
export interface ClaimsChanged {
  readonly old: NomineeClaims;
  readonly new: NomineeClaims;
}

type Claim = keyof NomineeClaims;

/** Each named claim was stated as it is said to have been, and each changes. */
export function claimsDiffer(stated: NomineeClaims = {}, claims: ClaimsChanged, revision: number): Decision<void> {
  const names = Object.keys({ ...claims.old, ...claims.new }) as Claim[];
  if (names.some((name) => !isSame(stated[name], claims.old[name]))) {
    return refuse('FACT_DIFFERS', { rule: 'R59', params: { revision } });
  }
  const idle = names.length === 0 || names.some((name) => isSame(claims.old[name], claims.new[name]));
  return idle ? refuse('CORRECTION_CHANGES_NOTHING', { rule: 'R59' }) : ok(undefined);
}

/**
 * What may be used once was taken by the receipt (R15, R16). Cited only afterwards it would be nobody's, and two could be awarded
 * for it; what is no longer cited stays taken until the dossier is at its end.
 */
export function checkCitationsStay(
  { id, claims: stated = {} }: NomineeState,
  { receivedAt }: Pick<DossierState, 'receivedAt'>,
  claims: ClaimsChanged,
): Decision<void> {
  if (receivedAt === undefined) return ok(undefined);
  const before = new Set(citedIn(stated));
  const added = citedIn(claims.new).some((citation) => !before.has(citation));
  return added ? refuse('CITATION_RESERVED', { rule: 'R15', params: { nominees: [id] } }) : ok(undefined);
}

const citedIn = ({ achievements = [], initiatives = [] }: NomineeClaims): readonly string[] => [
  ...achievements.map((each) => `achievement ${each}`),
  ...initiatives.map((each) => `initiative ${stable(each)}`),
];

/** What a nominee states once some of it is corrected. */
export function withClaims(stated: NomineeClaims | undefined, claims: ClaimsChanged): NomineeClaims {
  const all = { ...stated, ...claims.new };
  const kept = Object.entries(all).filter(([name]) => !(name in claims.old) || name in claims.new);
  return Object.fromEntries(kept);
}

const isSame = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

/** The same text for the same content, in whatever order its fields came. */
function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, each]) => `${name}:${stable(each)}`).join()}}`;
}
