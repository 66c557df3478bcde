import type { FieldSpec } from './act-forms.js';

/** What a form holds, by the name of its field; what has parts, as a letter, is an object. */
export type ActValues = Record<string, unknown>;

/** The value of a field or of a part of one: `letter.number`. */
const valueAt = (values: ActValues, name: string): unknown =>
  name.split('.').reduce<unknown>((from, part) => (from as ActValues | undefined)?.[part], values);

export interface ItemValue {
  readonly document: string;
  readonly note: string;
}

export interface ApprovalValue {
  readonly nomineeId: string;
  readonly approved: boolean;
  readonly reason: string;
  /** For which grade he was proposed, where the award has several, and which he gets. */
  readonly proposed?: string;
  readonly grade?: string;
  readonly gradeReason?: string;
}

export interface FactValue {
  readonly revision: number;
  readonly nomineeId?: string;
  readonly field: string;
  readonly old: string;
  readonly new: string;
  /** Of a claim: what is stated now, as the dossier has it. */
  readonly stated?: unknown;
}

export const textOf = (values: ActValues, name: string): string => {
  const value = valueAt(values, name);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
};

const listOf = <Item>(values: ActValues, name: string): readonly Item[] => {
  const value = values[name];
  return Array.isArray(value) ? (value as readonly Item[]) : [];
};

const optional = (values: ActValues, name: string): Record<string, string> => {
  const text = textOf(values, name);
  return text === '' ? {} : { [name]: text };
};

const letterOf = (values: ActValues): Record<string, unknown> => {
  const number = textOf(values, 'letter.number');
  const date = textOf(values, 'letter.date');
  return number === '' && date === '' ? {} : { letter: { number, date } };
};

const nomineesOf = (values: ActValues): Record<string, unknown> => {
  const nominees = listOf<string>(values, 'nominees');
  return nominees.length === 0 ? {} : { nominees };
};

const addressee = (values: ActValues) => ({
  as: textOf(values, 'as'),
  ...optional(values, 'unitId'),
  name: textOf(values, 'name'),
});

/** Whether another grade is given than was proposed. */
export const isRegraded = ({ approved, proposed, grade }: ApprovalValue): boolean =>
  approved && grade !== undefined && grade !== proposed;

/** Who gets another grade, by grade and reason. */
const gradesOf = (approvals: readonly ApprovalValue[]): Record<string, unknown> => {
  const grades = new Map<string, { grade: string | undefined; reason: string; nominees: string[] }>();
  for (const { nomineeId, grade, gradeReason = '' } of approvals.filter(isRegraded)) {
    const reason = gradeReason.trim().normalize('NFC');
    const key = JSON.stringify([grade, reason]);
    const group = grades.get(key) ?? { grade, reason, nominees: [] };
    group.nominees.push(nomineeId);
    grades.set(key, group);
  }
  return grades.size === 0 ? {} : { grades: [...grades.values()] };
};

/** Claims that a form can correct; all others the API takes. */
export const claimFields = ['meritYear', 'variant', 'discipline'] as const;

/** A claim as the command takes it, from what was typed. */
const claimOf = (field: string, text: string): unknown => {
  if (field === 'meritYear') return Number(text);
  if (field === 'discipline') return text === 'none' ? { none: true } : { none: false, endedOn: text };
  return text;
};

function factOf({ stated, field, old, new: typed, ...fact }: FactValue): Record<string, unknown> {
  const value = typed.trim().normalize('NFC');
  if (!(claimFields as readonly string[]).includes(field))
    return { ...fact, field, ...(old === '' ? {} : { old }), new: value };
  return {
    ...fact,
    field: 'claims',
    claims: { old: stated === undefined ? {} : { [field]: stated }, new: { [field]: claimOf(field, value) } },
  };
}

/** Acts whose body is more than their fields one by one. */
const bodies: Readonly<Record<string, (values: ActValues, names: (unitId: string) => string) => unknown>> = {
  'request-supplement': (values) => ({
    items: listOf<ItemValue>(values, 'items').map(({ document, note }) => ({
      ...(document === '' ? {} : { document }),
      ...(note.trim() === '' ? {} : { note: note.trim().normalize('NFC') }),
    })),
    reason: textOf(values, 'reason'),
    ...optional(values, 'answerBy'),
  }),
  approve: (values) => {
    const approvals = listOf<ApprovalValue>(values, 'approvals');
    return {
      approved: approvals.filter(({ approved }) => approved).map(({ nomineeId }) => nomineeId),
      refused: approvals
        .filter(({ approved }) => !approved)
        .map(({ nomineeId, reason }) => ({
          nomineeId,
          ...(reason.trim() === '' ? {} : { reason: reason.trim().normalize('NFC') }),
        })),
      ...gradesOf(approvals),
      ...optional(values, 'tieBreakReason'),
    };
  },
  'correct-fact': (values) => ({ ...factOf(values['fact'] as FactValue), reason: textOf(values, 'reason') }),
  assign: (values) => {
    const [positionId = '', accountId = ''] = textOf(values, 'person').split(' ');
    return { role: textOf(values, 'role'), positionId, accountId, ...optional(values, 'reason') };
  },
  'ask-opinion': (values, names) => {
    const unitId = textOf(values, 'bodyUnitId');
    const outside = textOf(values, 'outside')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return {
      bodies: [...(unitId === '' ? [] : [{ unitId, name: names(unitId) }]), ...outside.map((name) => ({ name }))],
      question: textOf(values, 'question'),
      ...nomineesOf(values),
      ...letterOf(values),
    };
  },
  'open-notice': (values) => ({
    where: textOf(values, 'where'),
    contact: { address: textOf(values, 'address'), ...optional(values, 'phone'), ...optional(values, 'email') },
  }),
  'send-copies': (values) => ({
    copies: [{ to: addressee(values), ...nomineesOf(values) }],
    sentOn: textOf(values, 'sentOn'),
    channel: textOf(values, 'channel'),
  }),
  'correct-copy': (values) => ({
    copyId: textOf(values, 'copyId'),
    to: addressee(values),
    sentOn: textOf(values, 'sentOn'),
    reason: textOf(values, 'reason'),
  }),
  'complete-step': (values) => {
    const [step = '', outcome = ''] = textOf(values, 'outcome').split(' ');
    return { step, outcome, ...optional(values, 'reason'), ...letterOf(values) };
  },
  'escalate-nominees': (values) => {
    const [procedureCode = '', grade = ''] = textOf(values, 'award').split(' ');
    return {
      ...nomineesOf(values),
      procedureCode,
      ...(grade === '' ? {} : { grade }),
      bodyId: textOf(values, 'bodyId'),
      ...optional(values, 'title'),
      reason: textOf(values, 'reason'),
    };
  },
  'extend-deadline': (values) => ({
    units: Number(textOf(values, 'units')),
    ...letterOf(values),
    reason: textOf(values, 'reason'),
  }),
  'attach-document': (values) => ({
    document: textOf(values, 'document'),
    stub: {
      number: textOf(values, 'stubNumber'),
      date: textOf(values, 'stubDate'),
      custodian: textOf(values, 'stubCustodian'),
    },
  }),
};

/** The body of the command, from what was typed. Empty fields are left out. */
export function bodyOf(
  act: string,
  fields: readonly FieldSpec[],
  values: ActValues,
  names: (unitId: string) => string,
): unknown {
  const own = bodies[act];
  if (own) return own(values, names);
  return Object.assign(
    {},
    ...fields.map((field) => {
      if (field.kind === 'letter') return letterOf(values);
      if (field.kind === 'nominees') return nomineesOf(values);
      if (field.kind === 'tick') return { [field.name]: values[field.name] === true };
      return optional(values, field.name);
    }),
  );
}

/** Where the command is sent. */
export const pathOf = (id: string, act: string, values: ActValues): string => {
  if (act === 'extend-deadline') return `/api/v1/dossiers/${id}/deadlines/${textOf(values, 'deadlineId')}/extend`;
  if (act === 'apply-favourable') return `/api/v1/dossiers/${id}/favourable-rules`;
  return `/api/v1/dossiers/${id}/${act}`;
};

/** One thing that is missing: the control, and the key of its sentence. */
export interface Missing {
  readonly field: string;
  readonly key: 'missing' | 'wrongDay' | 'wrongNumber' | 'noItems' | 'noReason' | 'noFact' | 'noBody';
  /** The field whose label the sentence names. */
  readonly name: string;
}

/** What keeps the form from being sent, before the server is asked: only what it would certainly refuse. */
export function missingIn(act: string, fields: readonly FieldSpec[], values: ActValues): readonly Missing[] {
  const found = fields.flatMap((field): readonly Missing[] => {
    const { name } = field;
    const missing = (at = name): Missing[] => [{ field: fieldId(at), key: 'missing', name: at }];
    switch (field.kind) {
      case 'text':
      case 'area':
      case 'choice':
        return field.required && textOf(values, name) === '' ? missing() : [];
      case 'day':
        if (values[name] === null) return [{ field: fieldId(name), key: 'wrongDay', name }];
        return field.required && textOf(values, name) === '' ? missing() : [];
      case 'number':
        return /^[1-9]\d{0,2}$/.test(textOf(values, name)) ? [] : [{ field: fieldId(name), key: 'wrongNumber', name }];
      case 'letter': {
        const [number, date] = [textOf(values, 'letter.number'), textOf(values, 'letter.date')];
        if (valueAt(values, 'letter.date') === null)
          return [{ field: fieldId('letter.date'), key: 'wrongDay', name: 'letter.date' }];
        if (!field.required && number === '' && date === '') return [];
        return [...(number === '' ? missing('letter.number') : []), ...(date === '' ? missing('letter.date') : [])];
      }
      case 'nominees':
        return field.required && listOf(values, name).length === 0 ? missing() : [];
      case 'items':
        return listOf(values, name).length === 0 ? [{ field: fieldId(name), key: 'noItems', name }] : [];
      case 'approvals':
        return listOf<ApprovalValue>(values, name).flatMap((each): Missing[] => {
          const { nomineeId, approved, reason, gradeReason = '' } = each;
          const lacking = (at: string): Missing[] => [{ field: fieldId(at), key: 'noReason', name: nomineeId }];
          if (!approved && reason.trim() === '') return lacking(`approvals.${nomineeId}`);
          return isRegraded(each) && gradeReason.trim() === '' ? lacking(`approvals.grade.${nomineeId}`) : [];
        });
      case 'fact':
        return isWhole(values['fact']) ? [] : [{ field: fieldId(name), key: 'noFact', name }];
      default:
        return [];
    }
  });
  const noBody = act === 'ask-opinion' && textOf(values, 'bodyUnitId') === '' && textOf(values, 'outside') === '';
  return noBody ? [{ field: fieldId('bodyUnitId'), key: 'noBody', name: 'bodyUnitId' }, ...found] : found;
}

const isWhole = (fact: unknown): boolean => {
  const value = fact as FactValue | undefined;
  return value !== undefined && value.new.trim() !== '' && value.new !== value.old;
};

/** The id of the control of a field, which an error leads to. */
export const fieldId = (name: string): string => `act-${name.replaceAll('.', '-')}`;
