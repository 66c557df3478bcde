import type { AwardHistory } from '#libs/domain/eligibility';
import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { given } from '../../../../../test/support/dossier-spec.js';
import { criteria, past, whole } from '../../../../../test/support/eligibility-cases.js';
import { type RuleCase, casesOf } from '../../../../../test/support/rule-cases.js';
import { foldDossier } from '../index.js';
import { merit, asking, appraisalOf, rows } from '../../../../../test/support/eligibility-appraisal.js';

describe('R22 at the receipt', () => {
  interface Medal {
    readonly kind: string;
    readonly at: string;
    readonly gapYears?: number;
    readonly history: readonly { readonly kind: string; readonly decidedAt: string }[];
  }

  it.each(rows<Medal>('R22', 'medal'))('%s: %s', (_id, _title, { data, then }) => {
    const yearsBetween = data.gapYears ?? null;
    const asked = criteria([{ test: 'each_variant_once', rule: 'R22', award: 'KNC', yearsBetween, asked: 'receipt' }]);
    const history = whole(
      ...data.history.map(({ kind, decidedAt }) => past('KNC', { variant: kind, decidedOn: decidedAt })),
    );
    const { way } = appraisalOf({ claims: { variant: data.kind }, receivedOn: data.at.slice(0, 10) });
    const outcome = given(way.slice(0, -1))
      .under(asking(asked))
      .when(acts.receive({ histories: new Map([['N1', history]]) }));
    if (then.allowed) outcome.yieldsAmongOthers({ type: 'DossierReceived', data: {} });
    else outcome.refused('PREREQUISITE_NOT_MET', { rule: 'R22', params: { criterion: 'c1', nominees: ['N1'] } });
  });
});

describe('R56: an award that was cancelled', () => {
  const asked = criteria([{ test: 'consecutive_years', rule: 'R12', award: 'CSTDCS', years: 3 }]);
  const history = (cancelled?: number): AwardHistory =>
    whole(...[2023, 2024, 2025].map((meritYear) => past('CSTDCS', { meritYear, cancelled: meritYear === cancelled })));
  const { way, fit } = appraisalOf({ claims: { meritYear: 2025 }, history: history() });
  const note = (refs: string[], more = {}) =>
    acts.noteLostEvidence({ refs, histories: new Map([['N1', history(2024)]]), ...more });

  it('R56-1: is told to the handler of an open dossier with what is proposed now; nothing is rejected', () => {
    const [{ then }] = casesOf('R56-1') as [RuleCase<object, { outcome: string; dossierRejected: boolean }>];
    const outcome = given(way, fit)
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024']));
    outcome.yields({ type: 'EvidenceLost', data: {} });
    const nominee = outcome.state.nominees.get('N1');
    expect(nominee?.evidenceLost).toMatchObject({
      refs: ['past-CSTDCS-2024'],
      proposal: { outcome: then.value?.outcome },
    });
    // The machine proposes, the officer decides: the verdict stands, the dossier stays where it is.
    expect([nominee?.verdict?.verdict, outcome.state.step]).toEqual(['qualified', 'appraisal']);
    expect(then.value?.dossierRejected).toBe(false);
    expect(foldDossier(outcome.desk.facts)).toEqual(outcome.state);
  });

  it('R56-2: a nominee who was decided is not touched', () => {
    const decided = [
      ...way,
      fit,
      acts.completeAppraisal(),
      acts.councilResult({ N1: { yes: 17 } }),
      acts.approve(['N1']),
      acts.enterInDecision(['N1']),
      acts.receiveDecision(['N1']),
    ];
    given(decided)
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024']))
      .yieldsNothing();
    given(decided.slice(0, -1))
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024']))
      .yields({ type: 'EvidenceLost', data: {} });
  });

  it('is told once, to those whose verdict rests on it, by the system only', () => {
    const told = given(way, fit, note(['past-CSTDCS-2024'])).under(asking(asked));
    told.when(note(['past-CSTDCS-2024'])).yieldsNothing();
    told.when(note(['past-CSTDCS-2024', 'past-CSTDCS-2025'])).yields({ type: 'EvidenceLost', data: {} });
    given(way, fit)
      .under(asking(asked))
      .when(note(['past-CSTDCS-2019']))
      .yieldsNothing();
    given(way)
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024']))
      .yieldsNothing();
    given(way, fit)
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024'], { by: fit.by }))
      .refused('POSITION_NOT_ALLOWED');
    given(way, fit, acts.withdraw())
      .under(asking(asked))
      .when(note(['past-CSTDCS-2024']))
      .yieldsNothing();
  });

  it('is over when the officer judges anew', () => {
    const again = appraisalOf({ claims: { meritYear: 2025 }, history: history(2024) }, 'Đang khiếu nại').fit;
    const { state } = given(way, fit, note(['past-CSTDCS-2024']))
      .under(asking(asked))
      .when(again);
    expect(state.nominees.get('N1')).not.toHaveProperty('evidenceLost');
    expect(state.nominees.get('N1')?.verdict).toMatchObject({
      deviation: 'Đang khiếu nại',
      proposal: { outcome: 'fail' },
    });
  });
});

describe('R10 at the receipt', () => {
  interface Body {
    readonly receivedAt: string;
    readonly nominee: { readonly validFrom?: string; readonly validTo?: string | null };
  }

  it.each(rows<Body>('R10', 'dissolved'))('%s: %s', (_id, _title, { data, then }) => {
    const { validFrom, validTo } = data.nominee;
    const existence = { ...(validFrom ? { from: validFrom } : {}), ...(validTo ? { to: validTo } : {}) };
    const nominee = { ...acts.collective('Đơn vị Một'), claims: { existence } };
    // As shipped: the certificate of a province asks it.
    const outcome = given(
      acts.draft({ at: '2025-08-14T08:00:00+07:00' }),
      acts.addNominees({ nominees: [nominee] }),
      ...merit.documents.map(({ code }) => acts.attachDocument({ document: code })),
      acts.submit(),
    ).when(acts.receive({ at: data.receivedAt }));
    if (then.allowed) outcome.yieldsAmongOthers({ type: 'DossierReceived', data: {} });
    else outcome.refused('PREREQUISITE_NOT_MET', { rule: then.rule as 'R10', params: { nominees: ['N1'] } });
  });
});

describe('R10 in the month before the rule', () => {
  const receivedIn = (month: string, to: string) =>
    given(
      acts.draft({ at: `2025-${month}-14T08:00:00+07:00` }),
      acts.addNominees({ nominees: [{ ...acts.collective('Đơn vị Một'), claims: { existence: { to } } }] }),
      ...merit.documents.map(({ code }) => acts.attachDocument({ document: code })),
      acts.submit(),
    ).when(acts.receive({ at: `2025-${month}-15T09:00:00+07:00` }));

  it('R10: a body that was dissolved is received with a warning, and none where it is still there', () => {
    expect(receivedIn('07', '2025-06-30').state.warnings).toEqual(['PREREQUISITE_DOUBTFUL']);
    expect(receivedIn('07', '2025-12-31').state.warnings).toEqual([]);
    receivedIn('08', '2025-06-30').refused('PREREQUISITE_NOT_MET', { rule: 'R10' });
  });
});

describe('R23 and R21 at the approval', () => {
  interface Quota {
    readonly quota: number;
    readonly used: number;
    readonly members: number;
    readonly yes: Readonly<Record<string, number>>;
  }

  const quota = { perYear: 10, source: 'HN 71/2025', confidence: 'verified' } as const;
  const limited = asking({ ...criteria([]), quota });
  type Voter = Readonly<{ yes: number; woman?: boolean }>;

  /** A dossier that the council has passed, with so many yes of 31 each; and the approval of some of them. */
  const voted = (voters: Readonly<Record<string, Voter>>) => [
    ...paths.received({ nominees: Object.keys(voters) }).map((move) =>
      move.command.type === 'add-nominees'
        ? acts.addNominees({
            nominees: Object.entries(voters).map(([id, { woman }]) => ({
              ...acts.individual(`Người ${id}`),
              ...(woman ? { sex: 'female' as const } : {}),
            })),
          })
        : move,
    ),
    acts.appraise(Object.keys(voters)),
    acts.completeAppraisal(),
    acts.councilResult(voters, { members: 31 }),
  ];
  const approve = (
    approved: readonly string[],
    refused: readonly string[],
    quotaLeft: number,
    tieBreakReason?: string,
  ) =>
    acts.act(
      'approve',
      {
        approved: [...approved],
        refused: refused.map((nomineeId) => ({ nomineeId, reason: 'Hết chỉ tiêu' })),
        ...(tieBreakReason === undefined ? {} : { tieBreakReason }),
      },
      { quotaLeft },
    );

  it.each(rows<Quota>('R23', 'quota'))('%s: %s', (_id, _title, { data, then }) => {
    const value = then.value as { inCount: number; out: readonly string[] };
    const voters = Object.fromEntries(Object.entries(data.yes).map(([id, yes]) => [id, { yes }]));
    const all = Object.keys(voters);
    const left = data.quota - data.used;
    given(voted(voters))
      .under(limited)
      .when(approve(all, [], left))
      .refused('QUOTA_EXCEEDED', { rule: 'R23', source: 'HN 71/2025', params: { left, asked: 12, out: value.out } });
    const chosen = all.filter((id) => !value.out.includes(id));
    const { state } = given(voted(voters))
      .under(limited)
      .when(approve(chosen, value.out, left));
    expect([...state.nominees.values()].filter(({ approval }) => approval?.approved)).toHaveLength(value.inCount);
  });

  it('R21: of equals for the last place the woman is chosen, and the fact says so', () => {
    const voters = { N1: { yes: 30 }, N2: { yes: 28, woman: true }, N3: { yes: 28 } };
    const outcome = given(voted(voters))
      .under(limited)
      .when(approve(['N1', 'N2'], ['N3'], 2));
    outcome.yieldsAmongOthers({
      type: 'DossierApproved',
      data: { tieBreak: { by: 'preference', tied: ['N2', 'N3'] } },
    });
  });

  it('R21: another choice among equals needs its reason, which stands in the fact', () => {
    const voters = { N1: { yes: 30 }, N2: { yes: 28, woman: true }, N3: { yes: 28 }, N4: { yes: 28 } };
    const way = given(voted(voters)).under(limited);
    way
      .when(approve(['N1', 'N3'], ['N2', 'N4'], 2))
      .refused('TIE_NEEDS_REASON', { rule: 'R21', params: { nominees: ['N3', 'N2', 'N4'] } });
    const tieBreak = { by: 'authority', tied: ['N3', 'N2', 'N4'], reason: 'Thành tích trực tiếp' } as const;
    way
      .when(approve(['N1', 'N3'], ['N2', 'N4'], 2, 'Thành tích trực tiếp'))
      .yieldsAmongOthers({ type: 'DossierApproved', data: { tieBreak: { ...tieBreak, tied: [...tieBreak.tied] } } });
    // With a place to spare nobody was chosen before anybody.
    way.when(approve(['N1', 'N3'], ['N2', 'N4'], 3)).yieldsAmongOthers({ type: 'DossierApproved', data: {} });
  });
});
