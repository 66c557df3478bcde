import type { PastAward } from '#libs/domain/eligibility';
import type { AwardKind } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { given, nomineesAppraised } from '../../../../../test/support/dossier-spec.js';
import { criteria, notForMerit, past, whole } from '../../../../../test/support/eligibility-cases.js';
import { foldDossier } from '../index.js';
import { asking, appraisalOf, expectCase, rows } from '../../../../../test/support/eligibility-appraisal.js';

interface Run {
  readonly prerequisite: string;
  readonly years: number;
  readonly lastYear: number;
  readonly history: readonly { readonly code: string; readonly meritYear: number }[];
}

describe.each(['R12', 'R13'] as const)('%s at the appraisal', (rule) => {
  it.each(rows<Run>(rule, 'consecutive'))('%s: %s', (_id, _title, { data, then }) => {
    const { prerequisite: award, years, lastYear: meritYear } = data;
    const history = whole(...data.history.map((each) => past(each.code, { meritYear: each.meritYear })));
    const asked = criteria([{ test: 'consecutive_years', rule, award, years }]);
    expectCase(asked, { claims: { meritYear }, history }, then);
  });
});

describe('R14 at the appraisal', () => {
  it.each(rows<{ members: number; ldtt: number }>('R14', 'ratio70'))('%s: %s', (_id, _title, { data, then }) => {
    const asked = criteria([{ test: 'member_share', rule: 'R14', award: 'LDTT', numerator: 7, denominator: 10 }]);
    const claims = { composition: { members: data.members, holders: { LDTT: data.ldtt } } };
    expectCase(asked, { kind: 'collective', claims }, then);
  });
});

describe('R17 at the appraisal', () => {
  interface Kinds {
    readonly prerequisite: { readonly code: string; readonly count: number };
    readonly history: readonly { readonly code: string; readonly year: number; readonly kind: AwardKind }[];
  }

  it.each(rows<Kinds>('R17', 'kinds'))('%s: %s', (_id, _title, { data, then }) => {
    const { code: award, count } = data.prerequisite;
    const asked = criteria([{ test: 'earlier_awards', rule: 'R17', award, count }], notForMerit);
    const awards = data.history.map(({ code, year, kind }) => past(code, { decidedOn: `${year}-06-01`, kind }));
    expectCase(asked, { history: whole(...awards) }, then);
  });
});

describe('R19 at the appraisal', () => {
  it.each(rows<{ disciplineEnd: string; years: number; receivedAt: string }>('R19', 'merit'))(
    '%s: %s',
    (_id, _title, { data, then }) => {
      const asked = criteria([{ test: 'merit_years', rule: 'R19', years: data.years }]);
      const claims = { discipline: { none: false, endedOn: data.disciplineEnd } };
      expectCase(asked, { claims, receivedOn: data.receivedAt.slice(0, 10) }, then);
    },
  );
});

describe('The machine proposes, the officer decides', () => {
  const three = criteria([{ test: 'consecutive_years', rule: 'R12', award: 'CSTDCS', years: 3 }]);
  const years = (...given: readonly number[]): PastAward[] => given.map((meritYear) => past('CSTDCS', { meritYear }));
  const claims = { meritYear: 2025 };

  it('and the fact keeps what was proposed, by which rule, on what evidence and where that stands in the log', () => {
    const { way, fit } = appraisalOf({ claims, history: whole(...years(2023, 2024, 2025)) });
    const { state, desk } = given(way).under(asking(three)).when(fit);
    const proposal = {
      outcome: 'pass',
      asOf: '42',
      findings: [
        {
          criterion: 'c1',
          rule: 'R12',
          outcome: 'pass',
          counted: [2023, 2024, 2025].map((year) => ({
            of: 'history',
            ref: `past-CSTDCS-${year}`,
            position: '7',
            award: 'CSTDCS',
            year,
          })),
          passedOver: [],
          missing: [],
          figures: { held: 3, needed: 3, lastYear: 2025 },
          days: {},
        },
      ],
    };
    expect(state.nominees.get('N1')?.verdict).toEqual({ verdict: 'qualified', reason: 'Đạt', evidence: [], proposal });
    expect(foldDossier(desk.facts)).toEqual(state);
  });

  it('what is unknown binds nobody, in either direction', () => {
    const { way, fit } = appraisalOf({ claims });
    const unknown = {
      verdicts: [expect.objectContaining({ proposal: expect.objectContaining({ outcome: 'unknown' }) })],
    };
    given(way).under(asking(three)).when(fit).yieldsAmongOthers(nomineesAppraised(unknown));
    given(way)
      .under(asking(three))
      .when(acts.appraise([], ['N1']))
      .yieldsAmongOthers(nomineesAppraised(unknown));
  });

  it('also a no to whom the criteria say yes needs its reason', () => {
    const { way } = appraisalOf({ claims });
    const histories = new Map([['N1', whole(...years(2023, 2024, 2025))]]);
    given(way)
      .under(asking(three))
      .when(acts.appraise([], ['N1'], { histories }))
      .refused('VERDICT_NEEDS_DEVIATION', { rule: 'R12', source: 'L22' });
  });

  it('a procedure that asks nothing proposes nothing', () => {
    const { way, fit } = appraisalOf({ claims });
    const { state } = given(way).when(fit);
    expect(state.nominees.get('N1')?.verdict).toEqual({ verdict: 'qualified', reason: 'Đạt', evidence: [] });
  });

  it('and what was found goes with a nominee who is detached', () => {
    const two = [acts.individual('Người Một'), { ...acts.individual('Người Hai'), code: '001099000001', claims }];
    const way = paths.received({ nominees: ['Người Một'] });
    const desk = given(
      way.map((move) => (move.command.type === 'add-nominees' ? acts.addNominees({ nominees: two }) : move)),
      acts.appraise(['N1', 'N2']),
    ).under(asking(three));
    const detached = desk.when(acts.detachNominees());
    const child = given(acts.openDetached({ parent: desk.state })).under({
      ...asking(three),
      dossierId: 'D1-CHILD',
    }).state;
    expect(child.nominees.get('N2')).toMatchObject({
      code: '001099000001',
      claims,
      verdict: { proposal: { outcome: 'unknown' } },
    });
    expect(detached.state.nominees.has('N2')).toBe(false);
  });
});
