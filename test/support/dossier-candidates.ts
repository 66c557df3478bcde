import { type DossierState, heldRoles, type NomineeState } from '#libs/domain/dossier';
import { nomineeKindNames } from '#libs/domain/procedure';
import { z } from 'zod';
import * as acts from './dossier-acts.js';
import { anyAct } from './dossier-chance.js';
import type { Move } from './dossier-desk.js';
import { allProcedures } from './procedures.js';

export type PeoplesCommand = Exclude<
  keyof typeof anyAct,
  | 'enter-in-decision'
  | 'release-from-decision'
  | 'receive-decision'
  | 'enter-in-submission'
  | 'release-from-submission'
  | 'forward-by-submission'
  | 'receive-by-submission'
  | 'note-lost-evidence'
  | 'record-missed-deadline'
  | 'settle-deadlines'
  | 'answer-opinion'
>;

const idsOf = (state: DossierState, is: (nominee: NomineeState) => boolean): string[] =>
  [...state.nominees.values()].filter(is).map(({ id }) => id);

const LONG_AGO = '2020-01-02';
const letter = { number: '1/CV', date: LONG_AGO };
const stub = { number: '1', date: LONG_AGO, custodian: 'P7' };
const documents = [...new Set(allProcedures.flatMap((procedure) => procedure.documents.map(({ code }) => code)))];

const candidates: Readonly<Record<PeoplesCommand, (state: DossierState) => readonly Move[]>> = {
  'add-nominees': () =>
    Object.keys(nomineeKindNames).map((kind) =>
      acts.addNominees({ nominees: [{ kind: kind as NomineeState['kind'], name: 'Người Mới', unit: 'Phòng Mới' }] }),
    ),
  'attach-document': () => documents.map((document) => acts.attachDocument({ document, stub })),
  classify: () => [acts.classify({ level: 'none' })],
  submit: () => [acts.submit()],
  receive: () => [acts.receive()],
  'request-supplement': () => [acts.requestSupplement({ items: [{ note: 'Thiếu dấu' }] })],
  supplement: () => [acts.supplement()],
  'complete-step': () =>
    ['done', 'answered', 'none_asked', 'proceed', 'clean', 'cleared', 'upheld'].map((outcome) =>
      acts.act('complete-step', { outcome, reason: 'Đã xem xét' }),
    ),
  'ask-opinion': (state) => [acts.askOpinion({ bodies: [{ name: `Sở ${state.revision}` }] })],
  'record-opinion': (state) => [...state.opinions.keys()].map((opinionId) => acts.recordOpinion({ opinionId })),
  'withdraw-opinion': (state) => [...state.opinions.keys()].map((opinionId) => acts.withdrawOpinion({ opinionId })),
  'open-notice': () => [acts.openNotice()],
  'record-objection': () => [acts.recordObjection()],
  'resolve-objection': (state) =>
    [...state.objections.keys()].map((objectionId) => acts.resolveObjection({ objectionId })),
  'send-copies': (state) => [acts.sendCopies({ sentOn: state.decision?.date ?? LONG_AGO })],
  'correct-copy': (state) =>
    [...state.copies.values()].map(({ copyId, sentOn }) => acts.correctCopy({ copyId, sentOn })),
  return: () => [acts.returnDossier()],
  'appraise-nominees': (state) => [acts.appraise(idsOf(state, ({ dropped }) => !dropped).slice(0, 1))],
  'complete-appraisal': () => [acts.completeAppraisal()],
  'record-council-result': (state) => [
    acts.councilResult(
      Object.fromEntries(
        idsOf(state, ({ dropped, verdict }) => !dropped && verdict?.verdict === 'qualified').map((id) => [
          id,
          { yes: 1 },
        ]),
      ),
      // A council meets when nothing hangs out any more.
      { method: 'ballot', heldOn: state.notices.size > 0 ? state.placeSince.slice(0, 10) : LONG_AGO },
    ),
  ],
  approve: (state) => {
    const yes = idsOf(
      state,
      ({ dropped, verdict, vote }) => !dropped && verdict?.verdict !== 'not_qualified' && vote?.passed === true,
    );
    const others = idsOf(state, ({ id }) => !yes.includes(id));
    return [acts.approve(yes, Object.fromEntries(others.map((id) => [id, 'Chưa đủ'])))];
  },
  reject: () => [acts.reject()],
  forward: () => [acts.forward({ letter })],
  confer: () => [acts.confer({ heldOn: LONG_AGO })],
  archive: () => [acts.archive()],
  withdraw: () => [acts.withdraw()],
  suspend: () => [acts.suspend({ letter })],
  resume: () => [acts.resume()],
  'detach-nominees': (state) => idsOf(state, () => true).map((id) => acts.detachNominees({ nominees: [id] })),
  'escalate-nominees': (state) =>
    idsOf(state, () => true).flatMap((id) =>
      [...new Set(allProcedures.map(({ code }) => code))].map((procedureCode) =>
        acts.escalateNominees({ nominees: [id], procedureCode }),
      ),
    ),
  'extend-deadline': (state) =>
    [...state.deadlines.keys()].map((deadlineId) => acts.extendDeadline({ deadlineId, units: 1, letter })),
  'apply-favourable': () => [acts.applyFavourable()],
  claim: () => heldRoles.map((role) => acts.claim({ role })),
  assign: () =>
    (['officer', 'secretary', 'authority', 'clerk'] as const).map((role) =>
      acts.assign({ role, accountId: 'account-9', positionId: 'P-9', reason: 'Cân đối việc' }),
    ),
  release: () => [acts.release()],
  'correct-fact': (state) => [
    acts.correctFact({
      field: 'title',
      revision: state.statedAt.title?.at(-1) ?? 0,
      old: state.title,
      new: `${state.title} (đúng)`,
    }),
  ],
};

/** What a dossier has nobody for is no command at all: its list would be empty. */
function wellFormed(make: () => readonly Move[]): readonly Move[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof z.ZodError) return [];
    throw error;
  }
}

/** Data with which a command is obeyed if it can be obeyed at all: one of these, whatever the dossier is like. */
export const candidatesFor = (command: PeoplesCommand, state: DossierState): readonly Move[] =>
  wellFormed(() => candidates[command](state));

/** Data of all sorts for a command, wise and foolish. */
export const dataOfAllSorts = (command: PeoplesCommand, state: DossierState): readonly Move[] => [
  ...[0, 1, 6, 7, 255].flatMap((some) => wellFormed(() => [anyAct[command](state, some)])),
  ...candidatesFor(command, state),
];
