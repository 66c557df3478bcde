import { type Decision, label, localDate, ok, refuse } from '#libs/domain/kernel';
import { gradeOf, type Procedure } from '#libs/domain/procedure';
import type { CorrectableField, DossierState, NomineeState } from '../dossier.state.js';
import { nomineeIdentity } from '../events/drafting.events.js';
import { nomineeKey } from '../nominees.js';
import { checkCitationsStay, claimsDiffer } from './claim-correction.js';
import type { Ask, Feature } from './feature.js';

/** What may be corrected of a dossier, and of a nominee. */
const ofDossier: readonly CorrectableField[] = ['cluster', 'title'];
const ofNominee: readonly CorrectableField[] = [
  'cluster',
  'unit',
  'name',
  'sex',
  'standing',
  'birthDate',
  'code',
  'grade',
  'claims',
];
/** What only people have. */
const ofPeople: readonly CorrectableField[] = ['sex', 'standing', 'birthDate'];
/** What readers of a dossier are not shown: a correction need not say what it says now, the record of it does. */
const notShown: readonly CorrectableField[] = ['birthDate', 'code'];
/** What may be said where nothing was; all else every nominee has. */
const mayBeAdded: readonly CorrectableField[] = [...ofPeople, 'cluster', 'code'];

interface Stated {
  readonly value: string | undefined;
  readonly revisions: readonly number[];
}

type Correction = Ask<'correct-fact'>['data'];

/**
 * Đính chính (R59): a new fact points to a revision that stated what now holds and says what is right; the old record stays, and
 * both values stand in the new one. Refuses `FACT_NOT_CORRECTABLE` when that revision did not state the field or was corrected
 * since, `FACT_DIFFERS` when it says something else than the old value given, `CITATION_RESERVED` for what the receipt had to take
 * (R15, R16), and `GRADE_DECIDED` once the authority has answered.
 */
export const correctFact: Feature<'correct-fact'> = ({ data, state, procedure }) => {
  const nominee = data.nomineeId === undefined ? undefined : state.nominees.get(data.nomineeId);
  if (data.nomineeId !== undefined && !nominee) {
    return refuse('NOMINEE_UNKNOWN', { params: { nominees: [data.nomineeId] } });
  }
  const stated = nominee ? statedOfNominee(nominee, data.field) : statedOfDossier(state, data.field);
  if (!stated?.revisions.includes(data.revision) || !isWellSaid(data, nominee, procedure)) {
    return refuse('FACT_NOT_CORRECTABLE', { rule: 'R59', params: { field: data.field, revision: data.revision } });
  }
  const { claims, revision } = data;
  const different = claims ? claimsDiffer(nominee?.claims, claims, revision) : valuesDiffer(stated, data);
  if (!different.ok) return different;
  const possible = nominee ? possibleFor(nominee, state, data) : ok(undefined);
  if (!possible.ok) return possible;
  const { value } = stated;
  return ok([{ type: 'FactCorrected', data: { ...data, ...(value === undefined ? {} : { old: value }) } }]);
};

function valuesDiffer(stated: Stated, data: Correction): Decision<void> {
  const { field, old = notShown.includes(field) ? stated.value : undefined } = data;
  if (stated.value !== old) return refuse('FACT_DIFFERS', { rule: 'R59', params: { revision: data.revision } });
  return stated.value === data.new ? refuse('CORRECTION_CHANGES_NOTHING', { rule: 'R59' }) : ok(undefined);
}

/** What else stands against a correction of a nominee. */
function possibleFor(nominee: NomineeState, state: DossierState, data: Correction): Decision<void> {
  const { id, approval, decisionId } = nominee;
  if (data.field === 'grade' && (approval !== undefined || decisionId !== undefined)) {
    return refuse('GRADE_DECIDED', { rule: 'R59', params: { nominees: [id] } });
  }
  if (data.claims) return checkCitationsStay(nominee, state, data.claims);
  const twin = twinAfter(state, nominee, data);
  return twin ? refuse('NOMINEE_TWICE', { params: { nominees: [`${id} = ${twin.id}`] } }) : ok(undefined);
}

/** Whether it says what such a field can hold, in the form that belongs to it. */
function isWellSaid(
  { field, old, new: value, claims }: Correction,
  nominee: NomineeState | undefined,
  procedure: Pick<Procedure, 'grades'>,
): boolean {
  if (nominee && nominee.kind !== 'individual' && ofPeople.includes(field)) return false;
  if (field === 'claims') return claims !== undefined && old === undefined && value === undefined;
  if (claims !== undefined || value === undefined) return false;
  if (old === undefined && !mayBeAdded.includes(field)) return false;
  return isValue(field, value, procedure);
}

function isValue(field: CorrectableField, value: string, procedure: Pick<Procedure, 'grades'>): boolean {
  switch (field) {
    case 'sex':
      return value === 'female' || value === 'male';
    case 'standing':
      return value === 'direct_worker' || value === 'leader';
    case 'birthDate':
      return localDate().safeParse(value).success;
    case 'code':
      return nomineeIdentity.code.safeParse(value).success;
    case 'grade':
      return gradeOf(procedure, value) !== undefined;
    default:
      return label().safeParse(value).success;
  }
}

function statedOfDossier(state: DossierState, field: CorrectableField): Stated | undefined {
  if (!ofDossier.includes(field)) return undefined;
  return { value: state[field as 'cluster' | 'title'], revisions: state.statedAt[field] ?? [] };
}

function statedOfNominee(nominee: NomineeState, field: CorrectableField): Stated | undefined {
  if (!ofNominee.includes(field)) return undefined;
  const value = field === 'claims' ? undefined : nominee[field as Exclude<CorrectableField, 'title' | 'claims'>];
  return { value, revisions: [nominee.statedAt[field] ?? nominee.addedAt] };
}

/** Another nominee whom the corrected one would then equal. */
function twinAfter(
  state: DossierState,
  nominee: NomineeState,
  { field, new: value = '' }: Correction,
): NomineeState | undefined {
  if (field !== 'name' && field !== 'unit') return undefined;
  const key = nomineeKey({ ...nominee, [field]: value });
  return [...state.nominees.values()].find((other) => other.id !== nominee.id && nomineeKey(other) === key);
}
