import { foldDossier } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { BODY, moment, type Move, people, UNIT } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import {
  deadlineSet,
  deskAfter,
  dossierReceived,
  escalatedDossierOpened,
  given,
  nomineesEscalated,
} from '../../../../../test/support/dossier-spec.js';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const three = { nominees: ['Một', 'Hai', 'Ba'] };
const way = paths.received(three);

/** The dossier for CSTDCS that nominees of a dossier after this way go to. */
function childOf(before: readonly Move[], nominees: string[], at: string) {
  const parent = deskAfter([before]).state;
  if (!parent) throw new Error('There is no parent.');
  return given().under({ dossierId: 'D2' }).when(acts.openEscalated({ nominees, parent, at }));
}

describe('nominees proposed for another award', () => {
  it('leave their dossier, which remembers where they went and for what', () => {
    const escalated = given(way).when(acts.escalateNominees({ nominees: ['N2', 'N3'] }));
    escalated.yields(
      nomineesEscalated({
        childDossierId: 'D1-CHILD',
        procedureCode: 'CSTDCS',
        childBodyId: BODY,
        nominees: ['N2', 'N3'],
        reason: 'Xứng đáng với hình thức cao hơn',
      }),
    );
    const { state } = escalated;
    expect([...state.nominees.keys()]).toEqual(['N1']);
    expect(state.detached).toEqual([]);
    expect(state.escalated).toEqual([{ childDossierId: 'D1-CHILD', procedureCode: 'CSTDCS', nominees: ['N2', 'N3'] }]);
    expect(state.deadlines.get('appraise-1')?.state).toBe('running');
  });

  it('leave for whichever body: their dossier stays with its own, and nobody else sees it', () => {
    const { state } = given(way).when(acts.escalateNominees({ nominees: ['N2'], bodyId: 'BODY-9' }));
    expect([state.bodyId, state.bodies]).toEqual([BODY, [BODY]]);
  });

  it('leave as those who are detached do: somebody stays, and who stands in a decision or was refused does not go', () => {
    given(way)
      .when(acts.escalateNominees({ nominees: ['N1', 'N2', 'N3'] }))
      .refused('ONE_NOMINEE_MUST_STAY');
    given(way)
      .when(acts.escalateNominees({ nominees: ['N9'] }))
      .refused('NOMINEE_UNKNOWN');
    given(paths.received({ nominees: ['Một'] }))
      .when(acts.escalateNominees({ nominees: ['N1'] }))
      .refused('ONE_NOMINEE_MUST_STAY');
    given(paths.approved(three)).when(acts.escalateNominees()).refused('NOT_POSSIBLE_AT_STEP');
  });

  it('never come back by a new entry under their old id', () => {
    given(way, acts.escalateNominees({ nominees: ['N3'] }), acts.returnDossier())
      .when(acts.addNominees({ nominees: [acts.individual('Bốn')] }))
      .yields({ type: 'NomineesAdded', data: { nominees: [{ id: 'N4', ...acts.individual('Bốn') }] } });
  });

  it('go to another award that is in force, is read, and is given to such recipients for such merit', () => {
    const to = (procedureCode: string, more: Parameters<typeof acts.escalateNominees>[0] = {}) =>
      given(way)
        .under({ procedures: catalogue })
        .when(acts.escalateNominees({ procedureCode, ...more }));
    to('BK_TINH').refused('SAME_AWARD', { params: { procedure: 'BK_TINH' } });
    to('KHONG_CO').refused('NO_PROCEDURE_IN_FORCE', { rule: 'R3' });
    to('TTLDTT').refused('SUBJECT_NOT_ALLOWED', { params: { subjects: ['individual'] } });
    to('KNC').refused('KIND_NOT_ALLOWED', { params: { kind: 'cong_trang' } });
    to('BK_TTG').yields(nomineesEscalated({ procedureCode: 'BK_TTG' }));
    const unread = catalogue.find(({ receivable, kinds }) => !receivable && kinds.includes('cong_trang'));
    to(unread?.code ?? '').refused('PROCEDURE_NOT_RECEIVABLE');
  });

  it('are proposed for a grade where the other award has several, and for none where it has not', () => {
    const graded = { ...procedureNamed('CSTDCS@R2025.1'), grades: procedureNamed('HCQC@R2025.1').grades ?? [] };
    const procedures = [procedureNamed('BK_TINH@R2025.1'), graded];
    const [highest] = graded.grades;
    const at = (grade?: string) =>
      given(way)
        .under({ procedures })
        .when(acts.escalateNominees(grade === undefined ? {} : { grade }));
    expect(highest).toBeDefined();
    at().refused('GRADE_MISSING');
    at('x').refused('GRADE_UNKNOWN');
    at(highest?.code).yields(nomineesEscalated({ grade: highest?.code ?? '' }));
    given(way)
      .when(acts.escalateNominees({ grade: 'x' }))
      .refused('GRADE_UNKNOWN');
  });

  it('cannot be proposed where no other award takes any of them', () => {
    given(way)
      .under({ procedures: [procedureNamed('BK_TINH@R2025.1'), procedureNamed('TTLDTT@R2025.1')] })
      .when(acts.escalateNominees({ procedureCode: 'TTLDTT' }))
      .refused('NO_OTHER_AWARD');
  });

  it('the handler says which dossier they go to', () => {
    const { childDossierId: _left, ...forgotten } = acts.escalateNominees();
    expect(() => deskAfter([way]).take(forgotten)).toThrow('needs the id of the dossier');
  });
});

describe('the dossier for the other award', () => {
  const judged = [
    ...paths.received({ ...three, on: '2026-10-05' }),
    acts.appraise(['N1', 'N2'], ['N3'], { at: '2026-10-06' }),
    acts.completeAppraisal({ at: '2026-10-06' }),
    acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { at: '2026-10-06', heldOn: '2026-10-06' }),
  ];

  it('is a draft of the same unit at the start of its own procedure: no pin, receipt, verdict, vote or clock', () => {
    const child = childOf(judged, ['N2'], '2026-10-07');
    child.yields(
      escalatedDossierOpened({
        dossierId: 'D2',
        parentDossierId: 'D1',
        parentProcedureCode: 'BK_TINH',
        procedureCode: 'CSTDCS',
        kind: 'cong_trang',
        submittingUnitId: UNIT,
        bodyId: BODY,
        step: 'drafting',
      }),
    );
    const { state } = child;
    expect(state).toMatchObject({
      parentDossierId: 'D1',
      parentProcedureCode: 'BK_TINH',
      bodies: [],
      receipts: {},
      actors: {},
      warnings: [],
      suspended: false,
    });
    expect(state.procedure).toBeUndefined();
    expect(state.receivedAt).toBeUndefined();
    expect(state.council).toBeUndefined();
    expect([state.deadlines.size, state.awaited.size]).toEqual([0, 0]);
    const [nominee] = state.nominees.values();
    expect(nominee).toEqual({ id: 'N2', ...acts.individual('Hai'), addedAt: 0, statedAt: {} });
  });

  it('has the papers about the merit, and neither the letter nor the minutes for the award before', () => {
    const { state } = childOf(judged, ['N2'], '2026-10-07');
    expect(deskAfter([judged]).state?.documents.map(({ document }) => document)).toEqual([
      'TT',
      'DS',
      'BC_CT_CN',
      'BB',
    ]);
    expect(state.documents.map(({ document }) => document)).toEqual(['BC_CT_CN']);
  });

  it('keeps what the nominee states and what was corrected of it', () => {
    const claims = { achievements: ['TT-1'], meritYear: 2026 };
    const before = [
      acts.draft(),
      acts.addNominees({ nominees: [acts.individual('Một'), { ...acts.individual('Hai'), claims }] }),
      ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document })),
      acts.submit(),
      acts.receive(),
      acts.correctFact({ nomineeId: 'N2', field: 'name', revision: 1, old: 'Hai', new: 'Hài' }),
    ];
    const { state } = childOf(before, ['N2'], '2026-10-07');
    expect(state.nominees.get('N2')).toMatchObject({ name: 'Hài', claims });
  });

  it('goes its whole way: submitted by the unit, received with the full time of its own clocks', () => {
    const { desk } = childOf(judged, ['N2'], '2026-10-07');
    expect(desk.take(acts.submit({ at: '2026-10-08' })).ok).toBe(true);
    expect(desk.take(acts.receive({ at: '2026-10-09' }))).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENTS_MISSING', params: { missing: ['TT', 'BB_PHIEU', 'SK'] } },
    });
    for (const move of [
      acts.requestSupplement({ at: '2026-10-09' }),
      ...['TT', 'BB_PHIEU', 'SK'].map((document) => acts.attachDocument({ document, at: '2026-10-12' })),
      acts.supplement({ at: '2026-10-12' }),
    ])
      expect(desk.take(move).ok).toBe(true);
    const received = desk.take(acts.receive({ at: '2026-10-13' }));
    expect(received).toMatchObject({
      ok: true,
      value: [
        dossierReceived({ procedure: { code: 'CSTDCS', version: 'R2026.1' } as never }),
        deadlineSet({ deadlineId: 'screen-1', startedAt: moment('2026-10-13') }),
        deadlineSet({ deadlineId: 'appraise-1', startedAt: moment('2026-10-13') }),
      ],
    });
  });

  it('numbers further nominees on from those who came', () => {
    const { desk } = childOf(way, ['N2'], '2026-10-07');
    desk.take(acts.addNominees({ nominees: [acts.individual('Mới')] }));
    expect([...(desk.state?.nominees.keys() ?? [])]).toEqual(['N2', 'N3']);
  });

  it('of a secret dossier is secret, and has none of the files that were sealed', () => {
    const { state } = childOf([...way, acts.classify()], ['N3'], '2026-10-08');
    expect(state).toMatchObject({ secrecy: 'mat', documents: [] });
  });

  it('is opened by the system, once, with nominees that its parent had', () => {
    const parent = deskAfter([way]).state;
    if (!parent) throw new Error('There is no parent.');
    const opening = acts.openEscalated({ parent });
    given()
      .when({ ...opening, by: people.officer })
      .refused('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
    given()
      .when(acts.openEscalated({ parent, nominees: ['N9'] }))
      .refused('NOMINEE_UNKNOWN');
    given(opening).when(opening).yieldsNothing();
    given(paths.filled()).when(opening).refused('NOT_POSSIBLE_AT_STEP');
    expect(() => deskAfter([]).take(acts.openEscalated())).toThrow('needs the state of the parent');
  });

  it('is what its facts say, read back from the log', () => {
    const { desk } = childOf(judged, ['N2'], '2026-10-07');
    expect(foldDossier(JSON.parse(JSON.stringify(desk.facts)) as typeof desk.facts)).toEqual(desk.state);
  });
});
