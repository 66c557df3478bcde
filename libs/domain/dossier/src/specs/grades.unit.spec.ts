import { dossierSentence, foldDossier } from '#libs/domain/dossier';
import { codesAsNames } from '#libs/domain/kernel';
import { namesOfProcedure, type Procedure } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { dossierApproved, factCorrected, given } from '../../../../../test/support/dossier-spec.js';
import { allProcedures, procedureNamed } from '../../../../../test/support/procedures.js';

const order = procedureNamed('HCBVTQ@R2025.1');

/** The short way of a certificate for an award with the grades of an order. */
const graded: Procedure = { ...procedureNamed('BK_TINH@R2025.1'), grades: order.grades, prize: order.prize };
const office = {
  procedures: [...allProcedures.filter(({ code }) => code !== graded.code), graded],
};

const someone = (name: string, grade?: string) => ({
  ...acts.individual(name),
  ...(grade === undefined ? {} : { grade }),
});
const draft = (...nominees: readonly ReturnType<typeof someone>[]) => [
  acts.draft(),
  acts.addNominees({ nominees: [...nominees] }),
];
const two = () => draft(someone('Người Một', 'hang-1'), someone('Người Hai', 'hang-2'));
const beforeApproval = () => [
  ...two(),
  ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document })),
  acts.submit(),
  acts.receive(),
  acts.appraise(['N1', 'N2']),
  acts.completeAppraisal(),
  acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { method: 'ballot' }),
];
const approveWith = (...grades: readonly { grade: string; nominees: string[]; reason: string }[]) =>
  acts.act('approve', { approved: ['N1', 'N2'], grades: [...grades] });

describe('a nominee of an award with several grades', () => {
  it('is proposed for one of them, and nobody of another award for any', () => {
    given(acts.draft())
      .under(office)
      .when(acts.addNominees({ nominees: [someone('Người Một'), someone('Người Hai', 'hang-1')] }))
      .refused('GRADE_MISSING', { params: { nominees: ['1'], grades: ['hang-1', 'hang-2', 'hang-3'] } });
    given(acts.draft())
      .under(office)
      .when(acts.addNominees({ nominees: [someone('Người Một', 'hang-4')] }))
      .refused('GRADE_UNKNOWN', { params: { nominees: ['1'], grades: ['hang-1', 'hang-2', 'hang-3'] } });
    given(acts.draft())
      .when(acts.addNominees({ nominees: [someone('Người Một', 'hang-1')] }))
      .refused('GRADE_UNKNOWN', { params: { nominees: ['1'], grades: [] } });
    expect(given(two()).under(office).state.nominees.get('N2')).toMatchObject({ grade: 'hang-2' });
  });

  it('is received under a version that knows the grade', () => {
    const moves = beforeApproval().slice(0, 7);
    const [, , third] = order.grades ?? [];
    const later: Procedure = {
      ...graded,
      version: 'R2026.9',
      grades: third ? [third, { ...third, code: 'hang-4' }] : [],
    };
    const procedures = [...allProcedures.filter(({ code }) => code !== graded.code), graded];
    given(moves).under({ procedures }).when(acts.receive()).yieldsAmongOthers();
    const renewed = { ...later, effective: { ...graded.effective, from: '2026-08-03' } };
    const ended = { ...graded, effective: { ...graded.effective, until: '2026-08-03' } };
    // Drafted on the last day of the one version, received on the first of the other.
    const [begun, ...rest] = moves;
    const early = begun ? [{ ...begun, at: '2026-08-02T09:00:00+07:00' }, ...rest] : moves;
    given(early)
      .under({ procedures: [...allProcedures.filter(({ code }) => code !== graded.code), ended, renewed] })
      .when({ ...acts.receive(), at: '2026-08-03T10:00:00+07:00' })
      .refused('GRADE_UNKNOWN', { params: { nominees: ['N1', 'N2'], grades: ['hang-3', 'hang-4'] } });
  });

  it('may be given another grade by who decides, with a reason; both stay in the record', () => {
    const lower = { grade: 'hang-3', nominees: ['N1'], reason: 'Chưa đủ thời gian giữ chức vụ' };
    const approved = given(beforeApproval()).under(office).when(approveWith(lower));
    approved.yieldsAmongOthers(
      dossierApproved({
        grades: [{ grade: 'hang-3', nominees: [{ nomineeId: 'N1', from: 'hang-1' }], reason: lower.reason }],
      }),
    );
    expect(approved.state.nominees.get('N1')).toMatchObject({
      grade: 'hang-3',
      gradeChanged: { from: 'hang-1', reason: lower.reason },
      approval: { approved: true },
    });
    expect(approved.state.nominees.get('N2')).not.toHaveProperty('gradeChanged');
    expect(foldDossier(approved.desk.facts)).toEqual(approved.state);
    const last = approved.desk.facts.findLast(({ type }) => type === 'DossierApproved');
    const names = { ...codesAsNames, ...namesOfProcedure(graded, 'vi') };
    expect(last && dossierSentence(last, 'vi', names)).toContain(
      'tặng Huân chương Bảo vệ Tổ quốc hạng Ba thay cho hạng đề nghị: N1 (Huân chương Bảo vệ Tổ quốc hạng Nhất)',
    );
  });

  it('keeps the grade that was proposed where it is only said again', () => {
    const same = { grade: 'hang-1', nominees: ['N1'], reason: 'Như đề nghị' };
    const approved = given(beforeApproval()).under(office).when(approveWith(same));
    expect(approved.desk.facts.findLast(({ type }) => type === 'DossierApproved')?.data).not.toHaveProperty('grades');
  });

  it('gets no grade that there is not, and none who is refused', () => {
    const reason = 'Xét lại';
    given(beforeApproval())
      .under(office)
      .when(approveWith({ grade: 'hang-9', nominees: ['N1'], reason }))
      .refused('GRADE_UNKNOWN');
    given(beforeApproval())
      .under(office)
      .when(approveWith({ grade: 'hang-2', nominees: ['N9'], reason }))
      .refused('NOMINEE_UNKNOWN');
    const grades = [{ grade: 'hang-3', nominees: ['N2'], reason }];
    given(beforeApproval())
      .under(office)
      .when(acts.act('approve', { approved: ['N1'], refused: [{ nomineeId: 'N2', reason }], grades }))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N2'] } });
  });

  it('has a wrong grade corrected until the authority has answered', () => {
    const wrong = { nomineeId: 'N1', revision: 1, field: 'grade' as const, old: 'hang-1', new: 'hang-2' };
    const corrected = given(beforeApproval()).under(office).when(acts.correctFact(wrong));
    corrected.yields(factCorrected({ field: 'grade', old: 'hang-1', new: 'hang-2' }));
    expect(corrected.state.nominees.get('N1')?.grade).toBe('hang-2');
    given(beforeApproval())
      .under(office)
      .when(acts.correctFact({ ...wrong, new: 'hang-9' }))
      .refused('FACT_NOT_CORRECTABLE');
    given(beforeApproval(), approveWith())
      .under(office)
      .when(acts.correctFact(wrong))
      .refused('GRADE_DECIDED', { params: { nominees: ['N1'] } });
  });
});
