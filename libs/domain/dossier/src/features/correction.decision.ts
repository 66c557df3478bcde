import { label, ok, refuse } from '#libs/domain/kernel';
import type { CorrectableField, DossierState, NomineeState } from '../dossier.state.js';
import { nomineeKey } from '../nominees.js';
import type { Feature } from './feature.js';

/** What a corrected field may hold; absent where only a nominee has the field. */
const ofDossier: readonly CorrectableField[] = ['cluster', 'title'];
const ofNominee: readonly CorrectableField[] = ['cluster', 'unit', 'name', 'sex', 'standing'];
const choices: Readonly<Partial<Record<CorrectableField, readonly string[]>>> = {
  sex: ['female', 'male'],
  standing: ['direct_worker', 'leader'],
};

interface Stated {
  readonly value: string | undefined;
  readonly revisions: readonly number[];
}

/**
 * Đính chính (R59): a new fact points to a revision that stated what now holds and says what is right; the old record stays.
 * Refuses `FACT_NOT_CORRECTABLE` when that revision did not state the field or was corrected since, `FACT_DIFFERS` when it
 * says something else than the old value given.
 */
export const correctFact: Feature<'correct-fact'> = ({ data, state }) => {
  const nominee = data.nomineeId === undefined ? undefined : state.nominees.get(data.nomineeId);
  if (data.nomineeId !== undefined && !nominee) {
    return refuse('NOMINEE_UNKNOWN', { params: { nominees: [data.nomineeId] } });
  }
  const stated = nominee ? statedOfNominee(nominee, data.field) : statedOfDossier(state, data.field);
  const allowed = choices[data.field]?.includes(data.new) ?? label().safeParse(data.new).success;
  if (!stated?.revisions.includes(data.revision) || !allowed) {
    return refuse('FACT_NOT_CORRECTABLE', { rule: 'R59', params: { field: data.field, revision: data.revision } });
  }
  if (stated.value !== data.old) return refuse('FACT_DIFFERS', { rule: 'R59', params: { revision: data.revision } });
  if (data.old === data.new) return refuse('CORRECTION_CHANGES_NOTHING', { rule: 'R59' });
  const twin = nominee && twinAfter(state, nominee, data);
  if (twin) return refuse('NOMINEE_TWICE', { params: { nominees: [`${nominee.id} = ${twin.id}`] } });
  return ok([{ type: 'FactCorrected', data }]);
};

function statedOfDossier(state: DossierState, field: CorrectableField): Stated | undefined {
  if (!ofDossier.includes(field)) return undefined;
  return { value: state[field as 'cluster' | 'title'], revisions: state.statedAt[field] ?? [] };
}

function statedOfNominee(nominee: NomineeState, field: CorrectableField): Stated | undefined {
  if (!ofNominee.includes(field)) return undefined;
  const value = nominee[field as Exclude<CorrectableField, 'title'>];
  return { value, revisions: [nominee.statedAt[field] ?? nominee.addedAt] };
}

/** Another nominee whom the corrected one would then equal. */
function twinAfter(
  state: DossierState,
  nominee: NomineeState,
  { field, new: value }: { readonly field: CorrectableField; readonly new: string },
): NomineeState | undefined {
  if (field !== 'name' && field !== 'unit') return undefined;
  const key = nomineeKey({ ...nominee, [field]: value });
  return [...state.nominees.values()].find((other) => other.id !== nominee.id && nomineeKey(other) === key);
}
