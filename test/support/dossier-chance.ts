import type { DossierCommandName, DossierState, NomineeState } from '#libs/domain/dossier';
import type { Actor } from '#libs/domain/kernel';
import fc from 'fast-check';
import * as acts from './dossier-acts.js';
import { act } from './dossier-acts.js';
import { ASKED, type Desk, type Move, people } from './dossier-desk.js';

/** What chance says about one act; what becomes of it depends on the dossier. Small numbers, so that failures shrink well. */
export interface Throw {
  /** Take the usual next act of the step rather than any act. */
  readonly onward: boolean;
  /** Which act, when it may be any. */
  readonly which: number;
  /** Which nominees, by the bits; which variant of the data. */
  readonly some: number;
  /** Hours that pass before it. */
  readonly hours: number;
  /** Somebody else than usual does it. */
  readonly stranger: boolean;
}

export const throws: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({
    onward: fc.integer({ min: 0, max: 9 }).map((die) => die < 7),
    which: fc.nat({ max: 999 }),
    some: fc.nat({ max: 255 }),
    hours: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 500 })),
    stranger: fc.integer({ min: 0, max: 19 }).map((die) => die === 0),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

const hoursLater = (desk: Desk, hours: number): string =>
  new Date(Date.parse(desk.now) + hours * 3_600_000 + 60_000).toISOString();

const names = Array.from({ length: 12 }, (_, index) => `Người ${index + 1}`);

type Make = (state: DossierState, some: number) => Move;

const idsOf = (state: DossierState, is: (nominee: NomineeState) => boolean = () => true): string[] =>
  [...state.nominees.values()].filter(is).map(({ id }) => id);

/** Some of a list by the bits of a number, but at least one. */
function picked<T>(list: readonly T[], some: number): T[] {
  const chosen = list.filter((_, index) => ((some >> (index % 8)) & 1) === 1);
  return chosen.length > 0 ? chosen : list.slice(0, 1);
}

const orStranger = (ids: readonly string[]): string[] => (ids.length > 0 ? [...ids] : ['N99']);

/** Votes that pass, miss the bar by one, or are few. */
const votes = (state: DossierState, some: number) =>
  Object.fromEntries(
    orStranger(idsOf(state, ({ verdict, dropped }) => verdict?.verdict === 'qualified' && !dropped)).map(
      (id, index) => [id, { yes: [17, 16, 13, 9, 8, 2][(some + index) % 6] ?? 0, no: 0 }],
    ),
  );

const passed = (state: DossierState): string[] => idsOf(state, ({ vote }) => vote?.passed === true);
const allApproved = (state: DossierState): string[] => idsOf(state, ({ approval }) => approval?.approved === true);
const today = (state: DossierState): string => state.placeSince.slice(0, 10);

const documents = ['TT', 'DS', 'BC_CT_CN', 'BB', 'BB_PHIEU', 'SK'];
const stub = { number: '1', date: '2026-07-01', custodian: 'P7' };

const otherAwards = ['CSTDCS', 'BK_TINH', 'CSTD_BT', 'KHONG_CO'];

/** Another officer of the same body. */
const second: Actor = { ...people.officer, id: 'account-binh-2', positionId: 'P-BINH-2' };

/** Every act with data that suit the dossier now and then. */
export const anyAct: Readonly<Record<Exclude<DossierCommandName, 'draft' | 'open-detached' | 'open-escalated'>, Make>> =
  {
    'add-nominees': (_state, some) =>
      acts.addNominees({ nominees: picked(names, some).map((name) => acts.individual(name)) }),
    'attach-document': (state, some) =>
      acts.attachDocument({
        document: documents[some % documents.length] ?? 'TT',
        ...(state.secrecy === 'none' ? { formats: ['docx', 'pdf'] } : { stub }),
      }),
    classify: (_state, some) => acts.classify({ level: some % 3 === 0 ? 'none' : 'mat' }),
    submit: () => acts.submit(),
    receive: () => acts.receive(),
    'request-supplement': (state, some) =>
      acts.requestSupplement(
        some % 2 === 0
          ? {}
          : { answerBy: new Date(Date.parse(state.placeSince) + 40 * 86_400_000).toISOString().slice(0, 10) },
      ),
    supplement: () => acts.supplement(),
    return: () => acts.returnDossier(),
    'appraise-nominees': (state, some) => {
      const all = orStranger(idsOf(state, ({ dropped }) => !dropped));
      const qualified = picked(all, some);
      return acts.appraise(qualified, some % 2 === 0 ? [] : all.filter((id) => !qualified.includes(id)));
    },
    'complete-appraisal': () => acts.completeAppraisal(),
    'record-council-result': (state, some) =>
      acts.councilResult(votes(state, some), { method: 'ballot', heldOn: today(state) }),
    approve: (state, some) => {
      // Now and then somebody tries it with all who were voted on.
      const asked = some % 8 === 7 ? idsOf(state, ({ vote }) => vote !== undefined) : passed(state);
      const yes = picked(orStranger(asked), some);
      const no = passed(state).filter((id) => !yes.includes(id));
      return acts.approve(yes, Object.fromEntries(no.map((id) => [id, 'Chưa đủ'])));
    },
    reject: () => acts.reject(),
    forward: () => acts.forward({ toBodyId: 'BODY-2' }),
    'enter-in-submission': (_state, some) => acts.enterInSubmission({ submissionId: `T${some % 2}` }),
    'release-from-submission': (state, some) => acts.releaseFromSubmission({ submissionId: letterOf(state, some) }),
    'forward-by-submission': (state, some) =>
      acts.forwardBySubmission({
        submissionId: letterOf(state, some),
        letter: { number: '8/TTr', date: today(state) },
      }),
    'receive-by-submission': (state, some) => acts.receiveBySubmission({ submissionId: letterOf(state, some) }),
    'enter-in-decision': (state, some) =>
      acts.enterInDecision(picked(orStranger(allApproved(state)), some), `Q${some % 3}`),
    'release-from-decision': (_state, some) => acts.releaseFromDecision({ decisionId: `Q${some % 3}` }),
    'receive-decision': (state, some) => {
      const decisionId = `Q${some % 3}`;
      return acts.receiveDecision(orStranger(idsOf(state, (nominee) => nominee.decisionId === decisionId)), decisionId);
    },
    confer: (state) => acts.confer({ heldOn: today(state) }),
    archive: () => acts.archive(),
    // Mostly the outcome of the step where it lies; now and then any.
    'complete-step': (state, some) => {
      const outcomes = [['answered'], ['none_asked'], ['proceed'], ['clean'], ['cleared'], ['done'], ['upheld']].flat();
      const outcome = outcomes[some % outcomes.length] ?? 'done';
      const by = outcome === 'proceed' ? { by: people.authority } : outcome === 'done' ? { by: people.clerk } : {};
      return act('complete-step', { outcome, reason: `Lý do ${state.revision}` }, by);
    },
    'ask-opinion': (state, some) =>
      acts.askOpinion({
        bodies: picked(
          [{ name: 'Cục Thuế' }, { unitId: ASKED, name: 'Công an' }, { name: `Sở ${state.revision}` }],
          some,
        ),
      }),
    'record-opinion': (state, some) =>
      acts.recordOpinion({
        opinionId: `O${1 + (some % Math.max(1, state.opinions.size))}`,
        answer: some % 3 === 0 ? 'objects' : 'agrees',
      }),
    'withdraw-opinion': (state, some) =>
      acts.withdrawOpinion({ opinionId: `O${1 + (some % Math.max(1, state.opinions.size))}` }),
    'answer-opinion': (state, some) =>
      acts.answerOpinion({ opinionId: `O${1 + (some % Math.max(1, state.opinions.size))}` }),
    'open-notice': () => acts.openNotice(),
    'record-objection': (state, some) =>
      acts.recordObjection({
        kind: (['comment', 'complaint', 'denunciation'] as const)[some % 3] ?? 'comment',
        substantiated: some % 4 === 0,
        letter: { number: '9/Đ', date: today(state) },
        ...(some % 2 === 0 ? { nominees: picked(orStranger(idsOf(state)), some) } : {}),
      }),
    'resolve-objection': (state, some) =>
      acts.resolveObjection({
        objectionId: [...state.objections.keys()][some % Math.max(1, state.objections.size)] ?? 'K1',
      }),
    'send-copies': (state) => acts.sendCopies({ sentOn: today(state) }),
    'correct-copy': (state, some) =>
      acts.correctCopy({ copyId: `S${1 + (some % Math.max(1, state.copies.size))}`, sentOn: today(state) }),
    withdraw: () => acts.withdraw(),
    suspend: () => acts.suspend(),
    resume: () => acts.resume(),
    'detach-nominees': (state, some) => acts.detachNominees({ nominees: picked(orStranger(idsOf(state)), some) }),
    'escalate-nominees': (state, some) =>
      acts.escalateNominees({
        nominees: picked(orStranger(idsOf(state)), some),
        // Now and then the dossier's own, or none that is known.
        procedureCode: otherAwards[some % 8] ?? (state.procedureCode === 'CSTDCS' ? 'BK_TINH' : 'CSTDCS'),
      }),
    'correct-fact': (state, some) =>
      acts.correctFact({
        field: 'title',
        revision: state.statedAt.title?.at(-1) ?? 0,
        old: state.title,
        new: `Tên ${some}`,
      }),
    claim: (_state, some) => acts.claim(some % 2 === 0 ? {} : { by: second }),
    assign: (_state, some) =>
      acts.assign({
        role: (['officer', 'officer', 'secretary', 'clerk', 'authority'] as const)[some % 5] ?? 'officer',
        accountId: `account-${some % 3}`,
        positionId: `P-${some % 4}`,
        ...(some % 7 === 0 ? {} : { reason: 'Cân đối việc' }),
      }),
    release: () => acts.release(),
    'record-missed-deadline': (state, some) => {
      const running = [...state.deadlines.values()].filter((deadline) => deadline.state === 'running');
      const all = running.length > 0 ? running : [...state.deadlines.values()];
      const { deadlineId, version } = all[some % Math.max(1, all.length)]?.terms ?? { deadlineId: 'x-1', version: 1 };
      return acts.recordMissed({ deadlineId, version });
    },
    'settle-deadlines': () => acts.settleDeadlines(),
    'note-lost-evidence': () => acts.noteLostEvidence(),
    'apply-favourable': () => acts.applyFavourable(),
    'extend-deadline': (state, some) =>
      acts.extendDeadline({
        deadlineId: [...state.deadlines.keys()][some % Math.max(1, state.deadlines.size)] ?? 'appraise-1',
        units: 1 + (some % 4),
        letter: { number: '21/UBND', date: today(state) },
      }),
  };

/** What usually comes next, by the last part of the step's name; what the step offers besides is left to chance. */
const usualNext: Readonly<Record<string, readonly (keyof typeof anyAct)[]>> = {
  drafting: ['add-nominees', 'attach-document', 'submit'],
  draft: ['add-nominees', 'attach-document', 'submit'],
  intake: ['receive', 'receive', 'receive', 'request-supplement'],
  'supplement-before-receipt': ['attach-document', 'attach-document', 'supplement'],
  'early-supplement': ['attach-document', 'supplement'],
  // Mostly what brings it on: else hardly any life would reach its end.
  appraisal: [
    ...(['appraise-nominees', 'complete-appraisal'] as const),
    ...(['appraise-nominees', 'complete-appraisal'] as const),
    ...(['appraise-nominees', 'complete-appraisal'] as const),
    'claim',
    'release',
  ],
  supplement: ['supplement'],
  rework: ['attach-document', 'submit'],
  up: ['forward', 'enter-in-submission'],
  consult: [
    'ask-opinion',
    'record-opinion',
    'record-opinion',
    'answer-opinion',
    'complete-step',
    'open-notice',
    'complete-step',
  ],
  posting: ['open-notice', 'record-objection', 'resolve-objection', 'complete-step', 'complete-step'],
  copies: ['send-copies', 'send-copies', 'correct-copy', 'complete-step'],
  council: ['record-council-result'],
  approval: ['approve', 'approve', 'approve', 'reject'],
  issuing: ['enter-in-decision', 'enter-in-decision', 'receive-decision', 'receive-decision', 'release-from-decision'],
  issue: ['enter-in-decision', 'receive-decision'],
  conferment: ['confer'],
  confer: ['confer'],
  archiving: ['archive'],
  archive: ['archive'],
};

/** What follows from lists of earlier awards, which these lives do not have, has a suite of its own. */
const anyName = (Object.keys(anyAct) as (keyof typeof anyAct)[]).filter((name) => name !== 'note-lost-evidence');

/** What usually comes next for a dossier that stands on a letter, or that one has brought. */
function onLetter({ submission }: DossierState): readonly (keyof typeof anyAct)[] | undefined {
  if (!submission) return undefined;
  return submission.carried
    ? ['receive-by-submission', 'receive-by-submission', 'receive']
    : ['forward-by-submission', 'forward-by-submission', 'release-from-submission'];
}

/** The letter on which a dossier stands; now and then another. */
const letterOf = ({ submission }: DossierState, some: number): string =>
  submission && some % 8 > 0 ? submission.id : `T${some % 2}`;

/** The act that a throw means for a dossier. */
export function moveBy(desk: Desk, state: DossierState, { onward, which, some, hours, stranger }: Throw): Move {
  const usual = state.suspended
    ? (['resume'] as const)
    : (onLetter(state) ?? usualNext[state.step.split('.').at(-1) ?? '']);
  const choices = onward && usual ? usual : anyName;
  const make = anyAct[choices[which % choices.length] ?? 'settle-deadlines'];
  const move = make(state, some);
  return { ...move, by: stranger ? people.auditor : here(move.by, state), at: hoursLater(desk, hours) };
}

/** The same role at the body where the dossier lies now. */
function here(actor: Actor, { bodyId }: DossierState): Actor {
  const ofTheBody = actor.unitId === people.officer.unitId;
  return ofTheBody ? { ...actor, unitId: bodyId, id: `${actor.id}-${bodyId}` } : actor;
}
