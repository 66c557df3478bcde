/** A nominee as `add-nominees` takes it. */
export interface NomineeInput {
  readonly kind: 'individual' | 'collective' | 'household';
  readonly name: string;
  readonly unit: string;
  readonly sex?: 'female' | 'male';
  readonly standing?: 'direct_worker' | 'leader';
  readonly cluster?: string;
  readonly grade?: string;
  readonly code?: string;
  readonly birthDate?: string;
  readonly claims?: unknown;
}

/** What the form holds. */
export interface NomineeValues {
  kind: 'individual' | 'collective' | 'household';
  name: string;
  unit: string;
  sex: string;
  standing: string;
  cluster: string;
  grade: string;
  code: string;
  birthDate: string;
  meritYear: string;
  noDiscipline: boolean;
}

export const emptyNominee: NomineeValues = {
  kind: 'individual',
  name: '',
  unit: '',
  sex: '',
  standing: '',
  cluster: '',
  grade: '',
  code: '',
  birthDate: '',
  meritYear: '',
  noDiscipline: false,
};

const given = (name: string, value: string): Record<string, string> => {
  const text = value.trim().normalize('NFC');
  return text === '' ? {} : { [name]: text };
};

/** What was typed, as the command takes it: of a collective neither sex nor standing nor a day of birth. */
export function nomineeOf(values: NomineeValues): NomineeInput {
  const person = values.kind === 'individual';
  const claims = {
    ...(/^\d{4}$/.test(values.meritYear) ? { meritYear: Number(values.meritYear) } : {}),
    ...(values.noDiscipline ? { discipline: { none: true } } : {}),
  };
  return {
    kind: values.kind,
    name: values.name.trim().normalize('NFC'),
    unit: values.unit.trim().normalize('NFC'),
    ...(person
      ? { ...given('sex', values.sex), ...given('standing', values.standing), ...given('birthDate', values.birthDate) }
      : {}),
    ...given('cluster', values.cluster),
    ...given('grade', values.grade),
    ...given('code', values.code),
    ...(Object.keys(claims).length > 0 ? { claims } : {}),
  };
}
