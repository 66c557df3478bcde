import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, factCorrected, given } from '../../../../../test/support/dossier-spec.js';
import { foldDossier } from '#libs/domain/dossier';
import { casesOf } from '../../../../../test/support/rule-cases.js';

interface CorrectionCase {
  readonly revision: number;
  readonly field: 'cluster';
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  readonly at: string;
}
interface CorrectionResult {
  readonly newEvents: number;
  readonly pointsTo: number;
  readonly valueNow: string;
  readonly valueAsRecorded4: string;
  readonly changedEvents: number;
}

describe('a correction is a new fact (R59)', () => {
  it.each(casesOf<CorrectionCase, CorrectionResult>('R59', 'correction'))('$id: $title', ({ data, then }) => {
    // Drafted, nominees, one document, submitted: the receipt is revision 4 under a version that asks for one document.
    const { at, ...correction } = data;
    const base = paths.received({ cluster: data.old, begunOn: '2026-10-01' });
    const desk = deskAfter([base]);
    const received = desk.facts.find(({ type }) => type === 'DossierReceived')?.revision ?? -1;
    const before = desk.facts.map((fact) => JSON.stringify(fact));

    const corrected = desk.take(
      acts.correctFact({
        field: 'cluster',
        revision: received,
        old: correction.old,
        new: correction.new,
        reason: correction.reason,
        at,
      }),
    );
    expect(corrected).toMatchObject({ ok: true, value: [factCorrected({ revision: received, new: data.new })] });
    expect(desk.facts.slice(before.length)).toHaveLength(then.value?.newEvents ?? -1);
    expect(desk.facts.slice(0, before.length).map((fact) => JSON.stringify(fact))).toEqual(before);
    expect(desk.state?.cluster).toBe(then.value?.valueNow);
    expect(foldDossier(desk.facts.slice(0, received + 1))?.cluster).toBe(then.value?.valueAsRecorded4);
  });

  const way = paths.received({ cluster: 'Khối 5' });
  const toThree = { field: 'cluster' as const, old: 'Khối 5', new: 'Khối 3', revision: 0 };

  it('points to any fact that stated what holds: the draft, the receipt, and then only the last correction', () => {
    const receipt = deskAfter([way]).facts.find(({ type }) => type === 'DossierReceived')?.revision ?? -1;
    given(way)
      .when(acts.correctFact(toThree))
      .yields(factCorrected({ revision: 0 }));
    given(way)
      .when(acts.correctFact({ ...toThree, revision: receipt }))
      .yields(factCorrected({ revision: receipt }));
    given(way)
      .when(acts.correctFact({ ...toThree, revision: 1 }))
      .refused('FACT_NOT_CORRECTABLE', { rule: 'R59', params: { field: 'cluster', revision: 1 } });

    const corrected = [...way, acts.correctFact(toThree)];
    const last = deskAfter([corrected]).state?.revision ?? -1;
    const again = { ...toThree, old: 'Khối 3', new: 'Khối 2' };
    given(corrected).when(acts.correctFact(again)).refused('FACT_NOT_CORRECTABLE');
    given(corrected)
      .when(acts.correctFact({ ...again, revision: last }))
      .yields(factCorrected({ new: 'Khối 2' }));
  });

  it('says what the record says, and something else', () => {
    given(way)
      .when(acts.correctFact({ ...toThree, old: 'Khối 4' }))
      .refused('FACT_DIFFERS', { rule: 'R59' });
    given(way)
      .when(acts.correctFact({ ...toThree, new: 'Khối 5' }))
      .refused('CORRECTION_CHANGES_NOTHING');
  });

  it('corrects what was said of a nominee, at the fact that said it', () => {
    const nominee = { nomineeId: 'N1', revision: 1, field: 'name' as const, old: 'Người Một', new: 'Người Mốt' };
    const once = given(way).when(acts.correctFact(nominee));
    expect(once.state.nominees.get('N1')).toMatchObject({ name: 'Người Mốt', statedAt: { name: once.state.revision } });
    given(way)
      .when(acts.correctFact({ ...nominee, revision: 0 }))
      .refused('FACT_NOT_CORRECTABLE');
    given(way)
      .when(acts.correctFact({ ...nominee, nomineeId: 'N9' }))
      .refused('NOMINEE_UNKNOWN');
    // A name corrected once leaves the other fields where they were said.
    given(way, acts.correctFact(nominee))
      .when(acts.correctFact({ ...nominee, field: 'unit', old: 'Phòng Một', new: 'Phòng Hai' }))
      .yields(factCorrected({ field: 'unit' }));
    given(way, acts.correctFact(nominee)).when(acts.correctFact(nominee)).refused('FACT_NOT_CORRECTABLE');
  });

  it('makes no nominee another’s twin, and no dossier field of a nominee’s', () => {
    given(way)
      .when(acts.correctFact({ nomineeId: 'N1', revision: 1, field: 'name', old: 'Người Một', new: 'người  hai' }))
      .refused('NOMINEE_TWICE', { params: { nominees: ['N1 = N2'] } });
    given(way)
      .when(acts.correctFact({ revision: 0, field: 'name', old: 'x', new: 'y' }))
      .refused('FACT_NOT_CORRECTABLE');
    given(way)
      .when(acts.correctFact({ nomineeId: 'N1', revision: 1, field: 'title', old: 'x', new: 'y' }))
      .refused('FACT_NOT_CORRECTABLE');
  });

  it('sex and standing take only what they can be', () => {
    const woman = { ...acts.individual('Người Ba'), sex: 'female' as const };
    const filled = [acts.draft(), acts.addNominees({ nominees: [woman, acts.collective('Phòng Hai')] }), acts.submit()];
    const sex = { nomineeId: 'N1', revision: 1, field: 'sex' as const, old: 'female', new: 'male' };
    given(filled)
      .when(acts.correctFact(sex))
      .yields(factCorrected({ new: 'male' }));
    given(filled)
      .when(acts.correctFact({ ...sex, new: 'nam' }))
      .refused('FACT_NOT_CORRECTABLE');
    given(filled)
      .when(acts.correctFact({ ...sex, nomineeId: 'N2' }))
      .refused('FACT_NOT_CORRECTABLE');
  });

  const person = {
    ...acts.individual('Người Ba'),
    code: '001199000001',
    claims: { meritYear: 2025, achievements: ['TT-1'], discipline: { none: true } },
  };
  const stated = (...more: readonly ReturnType<typeof acts.submit>[]) => [
    acts.draft(),
    acts.addNominees({ nominees: [person, acts.collective('Phòng Hai')] }),
    ...more,
  ];
  const ofPerson = { nomineeId: 'N1', revision: 1, old: undefined, new: undefined };

  it('a birth date, a code or who works where may be missing, and is added; what readers are not shown need not be said', () => {
    given(stated())
      .when(acts.correctFact({ ...ofPerson, field: 'birthDate', new: '1990-05-20' }))
      .yields(factCorrected({ field: 'birthDate', new: '1990-05-20' }));
    const code = given(stated()).when(acts.correctFact({ ...ofPerson, field: 'code', new: '001199000002' }));
    code.yields(factCorrected({ old: '001199000001', new: '001199000002' }));
    expect(code.state.nominees.get('N1')?.code).toBe('001199000002');
    given(stated())
      .when(acts.correctFact({ ...ofPerson, field: 'standing', new: 'direct_worker' }))
      .yields(factCorrected({ new: 'direct_worker' }));
    for (const [field, value] of [
      ['birthDate', '20/05/1990'],
      ['code', 'số 1'],
      ['standing', 'chuyên viên'],
      ['name', undefined],
    ] as const)
      given(stated())
        .when(acts.correctFact({ ...ofPerson, field, new: value }))
        .refused('FACT_NOT_CORRECTABLE');
    given(stated())
      .when(acts.correctFact({ ...ofPerson, nomineeId: 'N2', field: 'birthDate', new: '1990-05-20' }))
      .refused('FACT_NOT_CORRECTABLE');
    given(stated())
      .when(acts.correctFact({ ...ofPerson, field: 'code', new: '001199000001' }))
      .refused('CORRECTION_CHANGES_NOTHING');
  });

  const claims = (old: object, right: object) =>
    acts.correctFact({ ...ofPerson, field: 'claims', claims: { old, new: right } });

  it('claims are corrected one by one, added and taken back; both values stand in the fact', () => {
    const corrected = given(stated()).when(claims({ meritYear: 2025 }, { meritYear: 2024, variant: 'NHNN' }));
    corrected.yields(
      factCorrected({ claims: { old: { meritYear: 2025 }, new: { meritYear: 2024, variant: 'NHNN' } } }),
    );
    expect(corrected.state.nominees.get('N1')?.claims).toEqual({
      meritYear: 2024,
      variant: 'NHNN',
      achievements: ['TT-1'],
      discipline: { none: true },
    });
    const taken = given(stated()).when(claims({ discipline: { none: true } }, {}));
    expect(taken.state.nominees.get('N1')?.claims).toEqual({ meritYear: 2025, achievements: ['TT-1'] });
    given(stated())
      .when(claims({ meritYear: 2023 }, { meritYear: 2024 }))
      .refused('FACT_DIFFERS', { rule: 'R59' });
    given(stated())
      .when(claims({ variant: 'NHNN' }, {}))
      .refused('FACT_DIFFERS');
    given(stated())
      .when(claims({ meritYear: 2025 }, { meritYear: 2025 }))
      .refused('CORRECTION_CHANGES_NOTHING');
    given(stated()).when(claims({}, {})).refused('CORRECTION_CHANGES_NOTHING');
    given(stated())
      .when(acts.correctFact({ revision: 0, field: 'claims', old: undefined, new: undefined }))
      .refused('FACT_NOT_CORRECTABLE');
  });

  it('what the receipt had to take (R15, R16) is not cited afterwards; before it, and for less, it may be', () => {
    const more = claims({ achievements: ['TT-1'] }, { achievements: ['TT-1', 'TT-2'] });
    given(stated())
      .when(more)
      .yields(factCorrected({ field: 'claims' }));
    const inWork = [
      ...stated(),
      ...['TT', 'DS', 'BC_CT_CN', 'BC_CT_TT', 'BB'].map((document) => acts.attachDocument({ document })),
      acts.submit(),
      acts.receive(),
    ];
    given(inWork)
      .when(more)
      .refused('CITATION_RESERVED', { rule: 'R15', params: { nominees: ['N1'] } });
    given(inWork)
      .when(claims({ achievements: ['TT-1'] }, {}))
      .yields(factCorrected({ field: 'claims' }));
  });

  it('stays possible after the end, for a wrong name may show on the certificate', () => {
    given(paths.archived())
      .when(acts.correctFact())
      .yields(factCorrected({ field: 'title' }));
  });
});
