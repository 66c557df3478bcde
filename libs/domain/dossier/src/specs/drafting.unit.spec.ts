import * as acts from '../../../../../test/support/dossier-acts.js';
import { people, UNIT } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, fact, given } from '../../../../../test/support/dossier-spec.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';

const dossierDrafted = fact('DossierDrafted');
const nomineesAdded = fact('NomineesAdded');
const documentAttached = fact('DocumentAttached');
const dossierClassified = fact('DossierClassified');

describe('drafting a dossier', () => {
  it('begins at the start of the version in force, for the unit of who drafts it, and is not bound yet', () => {
    const drafted = given().when(acts.draft({ cluster: 'Khối 3' }));
    drafted.yields(
      dossierDrafted({
        dossierId: 'D1',
        submittingUnitId: UNIT,
        bodyId: 'BODY-1',
        cluster: 'Khối 3',
        step: 'drafting',
      }),
    );
    expect(drafted.state.procedure).toBeUndefined();
    expect(drafted.state.receivedAt).toBeUndefined();
  });

  it('needs a version in force on that day', () => {
    given()
      .when(acts.draft({ at: '2024-01-05' }))
      .refused('NO_PROCEDURE_IN_FORCE', { rule: 'R3' });
    given()
      .when(acts.draft({ procedure: 'HUAN_CHUONG' }))
      .refused('NO_PROCEDURE_IN_FORCE');
  });

  it('takes only kinds of commendation that the procedure covers', () => {
    given()
      .when(acts.draft({ procedure: 'CSTDCS', kind: 'dot_xuat' }))
      .refused('KIND_NOT_ALLOWED', { params: { kind: 'dot_xuat' } });
  });

  it('keeps the time rules too', () => {
    given()
      .when(acts.draft({ at: '2026-08-03', recordedAt: '2026-08-04' }))
      .refused('BACKDATING_NEEDS_REASON');
  });
});

describe('adding nominees', () => {
  it('gives the next ids in the order of the list', () => {
    given([acts.draft(), acts.addNominees()])
      .when(acts.addNominees({ nominees: [acts.collective('Phòng Ba'), acts.individual('Người Ba')] }))
      .yields(
        nomineesAdded({
          nominees: [
            { id: 'N3', kind: 'collective', name: 'Phòng Ba', unit: 'Phòng Ba' },
            { id: 'N4', kind: 'individual', name: 'Người Ba', unit: 'Phòng Một' },
          ],
        }),
      );
  });

  it('takes 2,000 and not one more', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => acts.individual(`Người ${index}`));
    const full = given([acts.draft(), acts.addNominees({ nominees: many.slice(1) })]);
    full.when(acts.addNominees({ nominees: many.slice(0, 1) })).yields(nomineesAdded());
    full
      .when(acts.addNominees({ nominees: [acts.individual('Một'), acts.individual('Hai')] }))
      .refused('TOO_MANY_NOMINEES', { params: { limit: 2_000 } });
  });

  it('names the line of a nominee who stands twice, never the name: composed or not, spaced or not, in capitals or not', () => {
    const composed = 'Nguyễn Thị Ánh'.normalize('NFC');
    const elsewhere = acts.individual(composed, 'Phòng Hai');
    given([acts.draft(), acts.addNominees({ nominees: [acts.individual(composed)] })])
      .when(
        acts.addNominees({
          nominees: [
            elsewhere,
            acts.individual('  NGUYỄN   THỊ  ÁNH '),
            acts.individual('Trần Văn Ổn'),
            acts.individual('trần văn ổn'.normalize('NFD')),
          ],
        }),
      )
      .refused('NOMINEE_TWICE', { params: { nominees: ['2 = N1', '4 = 3'] } });
  });

  it('knows two writings of one name for one even where nothing has composed them on the way in', () => {
    const [composed, decomposed] = ['Trần Văn Ổn'.normalize('NFC'), 'Trần Văn Ổn'.normalize('NFD')];
    expect(composed).not.toBe(decomposed);
    const names = [acts.individual(composed), acts.individual(decomposed)];
    given([acts.draft()])
      .when({ ...acts.addNominees(), command: { type: 'add-nominees', data: { nominees: names } } })
      .refused('NOMINEE_TWICE', { params: { nominees: ['2 = 1'] } });
  });

  it('a person and a collective of the same name are two, and so are two people of one name in two units', () => {
    given([acts.draft(), acts.addNominees({ nominees: [acts.individual('An', 'Phòng Một')] })])
      .when(acts.addNominees({ nominees: [acts.collective('An', 'Phòng Một'), acts.individual('An', 'Phòng Hai')] }))
      .yields(nomineesAdded());
  });

  it('covers only the subjects of the procedure', () => {
    given([acts.draft({ procedure: 'CSTDCS' })])
      .when(acts.addNominees({ nominees: [acts.collective('Phòng Ba')] }))
      .refused('SUBJECT_NOT_ALLOWED', { params: { subjects: ['collective'] } });
  });

  it('sex and standing are of individuals only', () => {
    const people = [
      { ...acts.individual('An'), sex: 'female' as const, standing: 'direct_worker' as const },
      { ...acts.collective('Phòng Ba'), standing: 'leader' as const },
    ];
    given([acts.draft()])
      .when(acts.addNominees({ nominees: people }))
      .refused('NOMINEE_DETAIL_NOT_ALLOWED', { params: { nominees: ['2'] } });
  });
});

describe('handing the dossier in', () => {
  it('needs a nominee; what is missing is asked at the receipt', () => {
    given([acts.draft()]).when(acts.submit()).refused('NO_NOMINEES');
    given([acts.draft(), acts.addNominees()])
      .when(acts.submit())
      .yields({ type: 'DossierSubmitted', data: { step: 'intake' } });
  });
});

interface FormCase {
  readonly regime: string;
  readonly form: { readonly number: string; readonly decree: string | null };
}

describe('forms (R11)', () => {
  it.each(casesOf<FormCase>('R11', 'form'))('$id: $title', ({ data: { form }, then }) => {
    expect(then.allowed).toBe(false);
    given([acts.draft({ procedure: 'CSTDCS' })])
      .when(acts.attachDocument({ document: 'BC_CT_CN', form }))
      .refused('DOCUMENT_FORM_WRONG', { rule: 'R11', source: 'Phụ lục ND 152/2025' });
  });

  it('the form of the right decree is taken, and so is a paper that names none', () => {
    const form = { number: '05', decree: '152/2025/NĐ-CP' };
    const drafted = given([acts.draft({ procedure: 'CSTDCS' })]);
    drafted.when(acts.attachDocument({ document: 'BC_CT_CN', form })).yields(documentAttached({ form }));
    drafted.when(acts.attachDocument({ document: 'BC_CT_CN' })).yields(documentAttached({ document: 'BC_CT_CN' }));
  });

  it('a component that the procedure does not know is refused', () => {
    given([acts.draft()])
      .when(acts.attachDocument({ document: 'XYZ' }))
      .refused('DOCUMENT_UNKNOWN', { rule: 'R5' });
  });
});

interface SecretCase {
  readonly classification: 'mat' | 'toi_mat';
  readonly upload?: string;
  readonly stub?: { number: string; date: string; custodian: string };
}

const sha256 = 'a'.repeat(64);

describe('secret dossiers (R9)', () => {
  it.each(casesOf<SecretCase, { storedFields: string[] }>('R9', 'secret'))('$id: $title', ({ data, then }) => {
    const secret = given([acts.draft(), acts.classify({ level: data.classification, by: people.submitter })]);
    const attached = secret.when(acts.attachDocument(data.stub ? { stub: data.stub } : { formats: ['pdf'], sha256 }));
    if (!then.allowed) return attached.refused('DOSSIER_IS_SECRET', { rule: 'R9' });
    attached.yields(documentAttached({ document: 'TT', stub: data.stub }));
    const [document] = attached.state.documents;
    expect(Object.keys(document?.stub ?? {})).toEqual(then.value?.storedFields);
    expect(document).not.toHaveProperty('sha256');
  });

  it('a stub does not smuggle a file in', () => {
    const stub = { number: '1', date: '2026-08-01', custodian: 'P7' };
    given([acts.draft(), acts.classify({ by: people.submitter })])
      .when(acts.attachDocument({ stub, sha256 }))
      .refused('DOSSIER_IS_SECRET');
  });

  it('files that were there before are sealed at once, and stay so when the level is lifted; stubs stay readable', () => {
    const stub = { number: '1', date: '2026-08-01', custodian: 'P7' };
    const way = [acts.draft(), acts.attachDocument({ sha256 }), acts.attachDocument({ document: 'DS', stub })];
    const sealed = given(way).when(acts.classify({ by: people.submitter }));
    sealed.yields(dossierClassified({ level: 'mat' }));
    expect(sealed.state.documents.map(({ sealed }) => sealed)).toEqual([true, false]);

    const lifted = given(way, acts.classify({ by: people.submitter })).when(
      acts.classify({ level: 'none', by: people.submitter }),
    );
    expect(lifted.state.documents.map(({ sealed }) => sealed)).toEqual([true, false]);
  });

  it('declared again as it is, nothing happens', () => {
    given([acts.draft(), acts.classify({ by: people.submitter })])
      .when(acts.classify({ by: people.submitter }))
      .yieldsNothing();
  });

  it('is received on stubs alone, and not on files that were sealed', () => {
    const stub = { number: '1', date: '2026-08-01', custodian: 'P7' };
    const withFiles = [...paths.filled(), acts.classify({ by: people.submitter })];
    given(withFiles, acts.submit())
      .when(acts.receive())
      .refused('DOCUMENTS_MISSING', { params: { missing: ['TT', 'DS', 'BC_CT_CN', 'BB'] } });
    const stubs = ['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document, stub }));
    expect(deskAfter([withFiles, stubs, acts.submit(), acts.receive()]).state?.step).toBe('appraisal');
  });
});
