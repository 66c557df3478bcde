import { dossierDecider } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import {
  deskAfter,
  dossierReceived,
  dossierReturned,
  given,
  supplementRequested,
} from '../../../../../test/support/dossier-spec.js';
import { procedureNamed, shipped } from '../../../../../test/support/procedures.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';

interface RegimeCase {
  readonly award: 'CSTDCS' | 'BK_TINH';
  readonly receivedAt: string;
  readonly decideAt: string;
  readonly submittedAt?: string;
  readonly detachedAt?: string;
}

const regimeOf = (version = ''): string => version.split('.')[0] ?? '';

describe('the version a dossier is bound to (R1)', () => {
  it.each(casesOf<RegimeCase, { regime: string }>('R1', 'regime'))('$id: $title', ({ data, then }) => {
    const begunOn =
      data.submittedAt ?? data.receivedAt.replace(/T.*/, 'T00:00:00+07:00').replace('2026-10-01T', '2026-09-30T');
    const way = paths.received({ procedure: data.award, begunOn, on: data.receivedAt });
    const desk = deskAfter([way]);
    if (data.detachedAt === undefined) {
      expect(regimeOf(desk.state?.procedure?.version)).toBe(then.value?.regime);
      expect(desk.state?.warnings.includes('CONFIDENCE_UNKNOWN')).toBe(then.value?.regime === 'R2026');
      const judged = given(way).when(acts.appraise(['N1'], [], { at: data.decideAt }));
      expect(regimeOf(judged.state.procedure?.version)).toBe(then.value?.regime);
    } else {
      const child = given()
        .under({ dossierId: 'D2' })
        .when(acts.openDetached({ at: data.detachedAt, ...(desk.state ? { parent: desk.state } : {}) }));
      expect(regimeOf(child.state.procedure?.version)).toBe(then.value?.regime);
    }
  });

  it('holds the hash of what was in force, and refuses to judge by anything else of that name', () => {
    const r2025 = procedureNamed('BK_TINH@R2025.1');
    const way = paths.received();
    expect(deskAfter([way]).state?.procedure).toEqual({ code: 'BK_TINH', version: 'R2025.1', hash: r2025.hash });

    const desk = deskAfter([way]);
    const appraisal = acts.appraise(['N1']);
    const versions = shipped.map((version) => ({ ...version, hash: 'another' }));
    const asked = dossierDecider.decide(appraisal.command, desk.state, { ...desk.contextOf(appraisal), versions });
    expect(asked).toMatchObject({ ok: false, error: { code: 'PROCEDURE_NOT_LOADED', rule: 'R1' } });
  });

  it('the first receipt binds: after a return the dossier is received again under the same version', () => {
    const again = given(
      paths.received({ on: '2026-09-20' }),
      acts.returnDossier({ at: '2026-09-25' }),
      acts.submit({ at: '2026-10-05' }),
    ).when(acts.receive({ at: '2026-10-06' }));
    again.yieldsAmongOthers(dossierReceived({ warnings: [] }));
    expect(again.state.procedure?.version).toBe('R2025.1');
    expect(again.state.receivedAt).toBe('2026-10-06T02:00:00.000Z');
  });
});

interface ExpiryCase {
  readonly award: 'CSTDCS';
  readonly receivedAt: string;
}

describe('rules that run out (R3)', () => {
  it.each(casesOf<ExpiryCase, { warning: boolean }>('R3', 'expiry'))('$id: $title', ({ data, then }) => {
    const submitted = paths.submitted({ procedure: data.award, begunOn: '2027-01-15' });
    const received = given(submitted).when(acts.receive({ at: data.receivedAt }));
    if (!then.allowed) return received.refused('NO_PROCEDURE_IN_FORCE', { rule: 'R3' });
    received.yieldsAmongOthers(dossierReceived());
    expect(received.state.warnings.includes('EXPIRES_SOON')).toBe(then.value?.warning);
  });

  it('a unit still withdraws a draft for which no successor was loaded, but drafts no new one', () => {
    const after = { at: '2027-03-05' };
    given(paths.submitted({ begunOn: '2027-01-15' }))
      .when(acts.withdraw(after))
      .yields({ type: 'DossierWithdrawn', data: {} });
    given().when(acts.draft(after)).refused('NO_PROCEDURE_IN_FORCE', { rule: 'R3' });
  });
});

interface CompleteCase {
  readonly award: 'CSTDCS';
  readonly documents: readonly string[];
}

describe('a full dossier (R5)', () => {
  it.each(casesOf<CompleteCase, { missing: string[] }>('R5', 'complete'))('$id: $title', ({ data, then }) => {
    const known = procedureNamed(`${data.award}@R2025.1`).documents.map(({ code }) => code);
    const documents = data.documents.filter((code) => known.includes(code));
    for (const code of data.documents.filter((code) => !known.includes(code))) {
      given(paths.filled({ procedure: data.award, documents }))
        .when(acts.attachDocument({ document: code }))
        .refused('DOCUMENT_UNKNOWN', { rule: 'R5' });
    }
    const received = given(paths.submitted({ procedure: data.award, documents })).when(acts.receive());
    if (then.allowed) received.yieldsAmongOthers(dossierReceived());
    else received.refused('DOCUMENTS_MISSING', { rule: 'R5', params: { missing: then.value?.missing ?? [] } });
  });

  it('names where each missing component is demanded', () => {
    given(paths.submitted({ procedure: 'CSTDCS', documents: ['TT', 'BC_CT_CN', 'BB_PHIEU'] }))
      .when(acts.receive())
      .refused('DOCUMENTS_MISSING', {
        source: procedureNamed('CSTDCS@R2025.1').documents.find(({ code }) => code === 'SK')?.source ?? '',
      });
  });

  it('asks for the reports of the kinds of nominees that are there, and of no others', () => {
    const mixed = [
      acts.draft(),
      acts.addNominees({ nominees: [acts.individual('Một'), acts.collective('Phòng Hai')] }),
      ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document })),
    ];
    given(mixed, acts.submit())
      .when(acts.receive())
      .refused('DOCUMENTS_MISSING', { params: { missing: ['BC_CT_TT'] } });
  });

  it('asks for the report and the confirmation of the kind of commendation', () => {
    const unexpected = [acts.draft({ kind: 'dot_xuat' }), acts.addNominees(), acts.submit()];
    given(unexpected)
      .when(acts.receive())
      .refused('DOCUMENTS_MISSING', { params: { missing: ['TT', 'DS', 'BC_DX', 'BB', 'XN_TT'] } });
  });

  it('where Word and PDF are demanded, one of them alone is not there (R6); they may come one by one', () => {
    const way = paths.filled({ procedure: 'CSTD_BT', documents: ['SK'] });
    const word = acts.attachDocument({ formats: ['docx'] });
    given(way, word, acts.submit())
      .when(acts.receive())
      .refused('DOCUMENTS_MISSING', { rule: 'R6', params: { missing: ['TT.pdf'] } });
    given(way, word, acts.attachDocument({ formats: ['pdf'] }), acts.submit())
      .when(acts.receive())
      .yieldsAmongOthers(dossierReceived());
  });

  it('a form that was right when it was attached is judged again by the version of the receipt (R1, R11)', () => {
    const form = { number: '01', decree: '152/2025/NĐ-CP' };
    const [r2026] = shipped.filter(({ code, version }) => code === 'BK_TINH' && version === 'R2026.1');
    if (!r2026) throw new Error('BK_TINH@R2026.1 is not there.');
    const documents = r2026.documents.map((document) =>
      document.code === 'TT' && document.form
        ? { ...document, form: { ...document.form, decree: '200/2026/NĐ-CP' } }
        : document,
    );
    const procedures = [...shipped.filter((version) => version !== r2026), { ...r2026, documents, hash: 'newer' }];
    const way = [
      ...paths.filled({ begunOn: '2026-09-29', documents: ['DS', 'BC_CT_CN', 'BB'] }),
      acts.attachDocument({ form }),
      acts.submit(),
    ];
    given(way)
      .under({ procedures })
      .when(acts.receive({ at: '2026-09-30' }))
      .yieldsAmongOthers(dossierReceived());
    given(way)
      .under({ procedures })
      .when(acts.receive({ at: '2026-10-01' }))
      .refused('DOCUMENT_FORM_WRONG', { rule: 'R11' });
  });
});

describe('asking and returning in writing (R8)', () => {
  const [without] = casesOf<{ reason: string; receivedAt: string; returnedAt: string }>('R8-2', 'return');
  const way = paths.received({ on: without?.data.receivedAt ?? '' });

  it(`${without?.id}: ${without?.title}`, () => {
    const at = without?.data.returnedAt ?? '';
    given(way)
      .when(acts.returnDossier({ reason: without?.data.reason ?? '?', at }))
      .refused('REASON_MISSING', { rule: 'R8' });
    given(way)
      .when(acts.returnDossier({ reason: '   ', at }))
      .refused('REASON_MISSING', { rule: 'R8' });
    given(way)
      .when(acts.returnDossier({ at }))
      .yieldsAmongOthers(dossierReturned({ step: 'rework' }));
  });

  it('a supplement is asked for with a reason, for components that exist, to be answered on a later day', () => {
    const on = { at: '2026-10-14' };
    given(way)
      .when(acts.requestSupplement({ reason: '', ...on }))
      .refused('REASON_MISSING', { rule: 'R8' });
    given(way)
      .when(acts.requestSupplement({ items: [{ document: 'XYZ' }], ...on }))
      .refused('DOCUMENT_UNKNOWN');
    given(way)
      .when(acts.requestSupplement({ answerBy: '2026-10-14', ...on }))
      .refused('ANSWER_DAY_TOO_EARLY');
    given(way)
      .when(acts.requestSupplement({ answerBy: '2026-10-15', ...on }))
      .yieldsAmongOthers(supplementRequested({ answerBy: '2026-10-15' }));
  });
});
