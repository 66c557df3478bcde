/**
 * What an act asks for. One small description each, in the order of the page; labels and help stand in the words `act`, under
 * `fields.<name>` or, where an act says it in its own way, `acts.<act>.<name>`.
 */
export type FieldSpec =
  | { readonly kind: 'text' | 'area' | 'day' | 'number'; readonly name: string; readonly required?: boolean }
  | { readonly kind: 'tick'; readonly name: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly required?: boolean;
      /** Values that are named in the words, under `choices.<name>.<value>`, or a list that the dossier gives. */
      readonly of: readonly string[] | ChoiceSource;
    }
  /** Number and day of a paper. */
  | { readonly kind: 'letter'; readonly name: 'letter'; readonly required?: boolean }
  | { readonly kind: 'nominees'; readonly name: 'nominees'; readonly required?: boolean }
  /** What is missing: papers of the procedure, each with a note. */
  | { readonly kind: 'items'; readonly name: 'items' }
  /** Everybody in question: approved, or refused with a reason. */
  | { readonly kind: 'approvals'; readonly name: 'approvals' }
  /** A wrong value, found in what the dossier says now. */
  | { readonly kind: 'fact'; readonly name: 'fact' };

/** Lists that come from the dossier or the office. */
export type ChoiceSource =
  | 'openOpinions'
  | 'allOpinions'
  | 'openObjections'
  | 'units'
  /** Units to which dossiers can be sent. */
  | 'bodies'
  | 'people'
  | 'myRoles'
  | 'outcomes'
  | 'copies'
  | 'documents'
  | 'openDeadlines'
  | 'otherAwards';

export interface ActForm {
  readonly fields: readonly FieldSpec[];
  /** It cannot be taken back: what will be recorded is shown before it is sent. */
  readonly final?: boolean;
}

const reason = { kind: 'area', name: 'reason', required: true } as const;
const reasonIfAny = { kind: 'area', name: 'reason' } as const;
const letter = { kind: 'letter', name: 'letter', required: true } as const;
const letterIfAny = { kind: 'letter', name: 'letter' } as const;
const nomineesIfAny = { kind: 'nominees', name: 'nominees' } as const;

/** The acts that a form does, by their name in the API. */
export const actForms: Readonly<Record<string, ActForm>> = {
  submit: { fields: [letterIfAny], final: true },
  receive: { fields: [], final: true },
  'request-supplement': {
    fields: [{ kind: 'items', name: 'items' }, reason, { kind: 'day', name: 'answerBy' }],
    final: true,
  },
  supplement: { fields: [{ kind: 'area', name: 'note' }], final: true },
  return: { fields: [reason], final: true },
  classify: {
    fields: [{ kind: 'choice', name: 'level', required: true, of: ['none', 'mat', 'toi_mat', 'tuyet_mat'] }, reason],
  },
  'complete-appraisal': { fields: [], final: true },
  approve: {
    fields: [
      { kind: 'approvals', name: 'approvals' },
      { kind: 'area', name: 'tieBreakReason' },
    ],
    final: true,
  },
  reject: { fields: [reason], final: true },
  forward: { fields: [{ kind: 'choice', name: 'toBodyId', required: true, of: 'units' }, letter], final: true },
  confer: {
    fields: [
      { kind: 'day', name: 'heldOn', required: true },
      { kind: 'text', name: 'place' },
    ],
    final: true,
  },
  archive: { fields: [{ kind: 'text', name: 'location' }], final: true },
  withdraw: { fields: [reason], final: true },
  suspend: {
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        required: true,
        of: ['discipline', 'investigation', 'inspection', 'complaint', 'press'],
      },
      reason,
      letter,
    ],
    final: true,
  },
  resume: { fields: [reason] },
  'detach-nominees': { fields: [{ kind: 'nominees', name: 'nominees', required: true }, reason], final: true },
  'escalate-nominees': {
    fields: [
      { kind: 'nominees', name: 'nominees', required: true },
      { kind: 'choice', name: 'award', required: true, of: 'otherAwards' },
      { kind: 'choice', name: 'bodyId', required: true, of: 'bodies' },
      { kind: 'text', name: 'title' },
      reason,
    ],
    final: true,
  },
  'correct-fact': { fields: [{ kind: 'fact', name: 'fact' }, reason], final: true },
  claim: { fields: [{ kind: 'choice', name: 'role', of: 'myRoles' }] },
  assign: {
    fields: [
      { kind: 'choice', name: 'role', required: true, of: ['officer', 'secretary', 'clerk', 'authority'] },
      { kind: 'choice', name: 'person', required: true, of: 'people' },
      reasonIfAny,
    ],
  },
  release: { fields: [reason] },
  'ask-opinion': {
    fields: [
      { kind: 'choice', name: 'bodyUnitId', of: 'units' },
      { kind: 'area', name: 'outside' },
      { kind: 'area', name: 'question', required: true },
      nomineesIfAny,
      letterIfAny,
    ],
    final: true,
  },
  'record-opinion': {
    fields: [
      { kind: 'choice', name: 'opinionId', required: true, of: 'openOpinions' },
      { kind: 'choice', name: 'answer', required: true, of: ['agrees', 'objects', 'comments'] },
      { kind: 'area', name: 'text' },
      letterIfAny,
    ],
  },
  'withdraw-opinion': { fields: [{ kind: 'choice', name: 'opinionId', required: true, of: 'openOpinions' }, reason] },
  'open-notice': {
    fields: [
      { kind: 'text', name: 'where', required: true },
      { kind: 'text', name: 'address', required: true },
      { kind: 'text', name: 'phone' },
      { kind: 'text', name: 'email' },
    ],
    final: true,
  },
  'record-objection': {
    fields: [
      { kind: 'choice', name: 'kind', required: true, of: ['comment', 'complaint', 'denunciation'] },
      nomineesIfAny,
      { kind: 'area', name: 'text', required: true },
      { kind: 'text', name: 'from' },
      letterIfAny,
      { kind: 'tick', name: 'substantiated' },
    ],
  },
  'resolve-objection': {
    fields: [
      { kind: 'choice', name: 'objectionId', required: true, of: 'openObjections' },
      { kind: 'choice', name: 'outcome', required: true, of: ['answered', 'unfounded', 'upheld'] },
      reason,
      letterIfAny,
    ],
  },
  'send-copies': {
    fields: [
      { kind: 'choice', name: 'as', required: true, of: ['submitter', 'recipient', 'other'] },
      { kind: 'choice', name: 'unitId', of: 'units' },
      { kind: 'text', name: 'name', required: true },
      nomineesIfAny,
      { kind: 'day', name: 'sentOn', required: true },
      { kind: 'choice', name: 'channel', required: true, of: ['paper', 'electronic', 'in_person'] },
    ],
  },
  'correct-copy': {
    fields: [
      { kind: 'choice', name: 'copyId', required: true, of: 'copies' },
      { kind: 'choice', name: 'as', required: true, of: ['submitter', 'recipient', 'other'] },
      { kind: 'choice', name: 'unitId', of: 'units' },
      { kind: 'text', name: 'name', required: true },
      { kind: 'day', name: 'sentOn', required: true },
      reason,
    ],
  },
  'complete-step': {
    fields: [{ kind: 'choice', name: 'outcome', required: true, of: 'outcomes' }, reasonIfAny, letterIfAny],
    final: true,
  },
  'extend-deadline': {
    fields: [
      { kind: 'choice', name: 'deadlineId', required: true, of: 'openDeadlines' },
      { kind: 'number', name: 'units', required: true },
      letter,
      reason,
    ],
    final: true,
  },
  'apply-favourable': {
    fields: [{ kind: 'text', name: 'rule', required: true }, { kind: 'text', name: 'version', required: true }, reason],
    final: true,
  },
  'attach-document': {
    fields: [
      { kind: 'choice', name: 'document', required: true, of: 'documents' },
      { kind: 'text', name: 'stubNumber', required: true },
      { kind: 'day', name: 'stubDate', required: true },
      { kind: 'text', name: 'stubCustodian', required: true },
    ],
  },
};
