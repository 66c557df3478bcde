import type { AwardKind } from '#libs/domain/procedure';
import { criteria, nominee, notForMerit, past, whole } from '../../../../../test/support/eligibility-cases.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';
import { type PastAward, daysCounted, propose } from '../index.js';

interface Answer {
  readonly outcome: string;
}

interface Run {
  readonly award: string;
  readonly prerequisite: string;
  readonly years: number;
  readonly lastYear: number;
  readonly history: readonly { readonly code: string; readonly meritYear: number }[];
}

const titled = (rule: 'R12' | 'R13', { years, prerequisite }: Pick<Run, 'years' | 'prerequisite'>) =>
  criteria([{ test: 'consecutive_years', rule, award: prerequisite, years }], notForMerit);

describe.each(['R12', 'R13'] as const)('%s: a title so many years running', (rule) => {
  it.each(casesOf<Run, Answer>(rule, 'consecutive').map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, { data, then }) => {
      const history = whole(...data.history.map(({ code, meritYear }) => past(code, { meritYear })));
      const proposal = propose(titled(rule, data), nominee({ claims: { meritYear: data.lastYear }, history }));
      expect(proposal).toMatchObject({ outcome: then.value?.outcome, asOf: '42' });
      expect(proposal?.findings[0]?.rule).toBe(then.rule ?? rule);
      // Only what counts is named, each with its place in the log.
      expect(proposal?.findings[0]?.counted.every(({ award }) => award === data.prerequisite)).toBe(true);
      expect(proposal?.findings[0]?.counted.every(({ position }) => position === '7')).toBe(true);
    },
  );
});

describe('R12: what is not known fails nobody', () => {
  const three = titled('R12', { prerequisite: 'CSTDCS', years: 3 });
  const years = (...given: readonly number[]) => given.map((meritYear) => past('CSTDCS', { meritYear }));
  const outcome = (history: ReturnType<typeof whole>) =>
    propose(three, nominee({ claims: { meritYear: 2025 }, history }))?.outcome;

  it('a year of which nobody said that it is whole is unknown, named as missing', () => {
    const history = { awards: years(2023, 2025), covered: [{ from: 2025, to: 2025 }] };
    const proposal = propose(three, nominee({ claims: { meritYear: 2025 }, history }));
    expect(proposal).toMatchObject({ outcome: 'unknown', findings: [{ missing: ['2024'], figures: { held: 2 } }] });
    expect(proposal).not.toHaveProperty('asOf');
  });

  it('one certain gap is enough, whatever else is unknown', () => {
    expect(outcome({ awards: years(2025), covered: [{ from: 2024, to: 2024 }] })).toBe('fail');
    expect(outcome({ awards: years(2025), covered: [{ from: 2026, to: 2030 }] })).toBe('unknown');
  });

  it('without the year of the merit nothing can be said', () => {
    expect(propose(three, nominee({ history: whole(...years(2023, 2024, 2025)) }))).toMatchObject({
      outcome: 'unknown',
      findings: [{ missing: ['meritYear'] }],
    });
  });

  it.each<readonly [string, Partial<PastAward>]>([
    ['that may be somebody else’s', { meritYear: 2024, confirmed: false }],
    ['whose year nobody knows', {}],
  ])('an award %s fills no year and makes no gap', (_what, doubtful) => {
    const { meritYear, ...rest } = doubtful;
    const one = past('CSTDCS', { ...rest, ...(meritYear === undefined ? {} : { meritYear }) });
    expect(outcome(whole(...years(2023, 2025), one))).toBe('unknown');
    expect(outcome(whole(...years(2023, 2024, 2025), one))).toBe('pass');
  });

  it('a condition that only warns fails nobody, and neither does a figure that nobody has read', () => {
    const guessed = { test: 'consecutive_years', rule: 'R12', award: 'CSTDCS', years: 3 };
    const ask = nominee({ claims: { meritYear: 2025 }, history: whole() });
    expect(propose(criteria([{ ...guessed, warnsOnly: true }]), ask)?.outcome).toBe('unknown');
    expect(propose(criteria([{ ...guessed, years: 'unknown' }]), ask)?.outcome).toBe('unknown');
    expect(propose(criteria([guessed]), ask)?.outcome).toBe('fail');
  });

  it('is asked only of whom and while it holds', () => {
    const others = criteria([
      { test: 'consecutive_years', rule: 'R12', award: 'CSTDCS', years: 3, subjects: ['collective'] },
      { test: 'consecutive_years', rule: 'R12', award: 'CSTDCS', years: 3, kinds: ['dot_xuat'] },
      {
        test: 'consecutive_years',
        rule: 'R12',
        award: 'CSTDCS',
        years: 3,
        effective: { from: '2025-07-01', until: '2026-03-02' },
      },
    ]);
    expect(propose(others, nominee({ history: whole() }))).toBeUndefined();
    expect(propose(others, nominee({ history: whole(), on: '2026-03-01' }))?.findings).toHaveLength(1);
  });
});

describe('R14: a share of the members', () => {
  const share = criteria([{ test: 'member_share', rule: 'R14', award: 'LDTT', numerator: 7, denominator: 10 }]);

  it.each(
    casesOf<{ members: number; ldtt: number }, Answer>('R14', 'ratio70').map(
      (each) => [each.id, each.title, each] as const,
    ),
  )('%s: %s', (_id, _title, { data: { members, ldtt }, then }) => {
    const claims = { composition: { members, holders: { LDTT: ldtt } } };
    const proposal = propose(share, nominee({ kind: 'collective', claims, statedAt: 3 }));
    expect(proposal?.outcome).toBe(then.value?.outcome);
    expect(proposal?.findings[0]).toMatchObject({
      rule: 'R14',
      counted: [{ of: 'dossier', ref: 'D1/N1', position: '3' }],
      figures: { members, held: ldtt },
    });
  });

  it('R14: 7 of 10 passes and 6 of 9 does not; without the figures it is unknown', () => {
    const of = (members: number, ldtt: number) =>
      propose(share, nominee({ claims: { composition: { members, holders: { LDTT: ldtt } } } }))?.outcome;
    expect([of(10, 7), of(9, 6)]).toEqual(['pass', 'fail']);
    expect(propose(share, nominee())?.findings[0]).toMatchObject({ outcome: 'unknown', missing: ['composition'] });
    const unnamed = nominee({ claims: { composition: { members: 9, holders: {} } } });
    expect(propose(share, unnamed)?.findings[0]).toMatchObject({ outcome: 'unknown', missing: ['LDTT'] });
  });
});

describe('R17: unexpected and thematic awards are no ground for merit', () => {
  interface Kinds {
    readonly prerequisite: { readonly code: string; readonly count: number; readonly kind: AwardKind };
    readonly history: readonly { readonly code: string; readonly year: number; readonly kind: AwardKind }[];
  }

  const asked = (count: number | 'unknown', more = {}) =>
    criteria([{ test: 'earlier_awards', rule: 'R17', award: 'BK_TTG', count, ...more }], notForMerit);

  it.each(
    casesOf<Kinds, Answer & { counted: number }>('R17', 'kinds').map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data, then }) => {
    const awards = data.history.map(({ code, year, kind }) => past(code, { decidedOn: `${year}-12-01`, kind }));
    const { count, kind } = data.prerequisite;
    const proposal = propose(asked(count), nominee({ awardKind: kind, history: whole(...awards) }));
    expect(proposal?.outcome).toBe(then.value?.outcome);
    expect(proposal?.findings[0]?.counted).toHaveLength(then.value?.counted ?? -1);
    expect(proposal?.findings[0]?.passedOver.every(({ because }) => because === 'kind')).toBe(true);
    expect(proposal?.findings[0]?.rule).toBe('R17');
  });

  it('R17: for an unexpected award they do count, and of an unknown kind nobody can tell', () => {
    const sudden = past('BK_TTG', { kind: 'dot_xuat' });
    expect(propose(asked(1), nominee({ awardKind: 'dot_xuat', history: whole(sudden) }))?.outcome).toBe('pass');
    const { kind: _kind, ...unkind } = past('BK_TTG');
    expect(propose(asked(1), nominee({ history: whole(unkind) }))?.outcome).toBe('unknown');
  });

  it('R17: an award may have to lie some years back, and one that is not dated leaves it open', () => {
    const five = asked(1, { yearsBefore: 5 });
    const given = (...days: readonly (string | undefined)[]) =>
      propose(
        five,
        nominee({
          on: '2026-03-02',
          history: whole(...days.map((day) => past('BK_TTG', day === undefined ? {} : { decidedOn: day }))),
        }),
      )?.outcome;
    expect([given('2021-03-02'), given('2021-03-03'), given(undefined), given()]).toEqual([
      'pass',
      'fail',
      'unknown',
      'fail',
    ]);
  });

  it('R17: an award of a lower grade counts for the next one, of another grade or of none that is known it does not', () => {
    const second = asked(1, { grades: ['hang-1'], ofGrades: ['hang-2'] });
    const given = (past: PastAward, grade?: string) =>
      propose(second, nominee({ history: whole(past), ...(grade === undefined ? {} : { grade }) }));
    expect(given(past('BK_TTG', { grade: 'hang-2' }), 'hang-1')?.outcome).toBe('pass');
    const other = given(past('BK_TTG', { grade: 'hang-3' }), 'hang-1');
    expect([other?.outcome, other?.findings[0]?.passedOver[0]?.because]).toEqual(['fail', 'grade']);
    const unknown = given(past('BK_TTG'), 'hang-1');
    expect([unknown?.outcome, unknown?.findings[0]?.passedOver[0]?.because]).toEqual(['unknown', 'grade_unknown']);
    // Of who is proposed for another grade, or for none, it is not asked.
    expect([given(past('BK_TTG'), 'hang-2'), given(past('BK_TTG'))]).toEqual([undefined, undefined]);
  });

  it('R17: without an answer for all the years before, none is unknown and not none', () => {
    const history = { awards: [], covered: [{ from: 2000, to: 2025 }] };
    expect(propose(asked(1), nominee({ history }))?.outcome).toBe('unknown');
    expect(propose(asked('unknown'), nominee({ history: whole(past('BK_TTG')) }))?.outcome).toBe('unknown');
  });
});

describe('R19: merit begins anew after a discipline term', () => {
  const years = criteria([{ test: 'merit_years', rule: 'R19', years: 2, countedLeaves: ['maternity'] }]);

  it.each(
    casesOf<{ disciplineEnd: string; years: number; receivedAt: string }, Answer>('R19', 'merit').map(
      (each) => [each.id, each.title, each] as const,
    ),
  )('%s: %s', (_id, _title, { data, then }) => {
    const claims = { discipline: { none: false, endedOn: data.disciplineEnd } };
    const proposal = propose(years, nominee({ claims, on: data.receivedAt.slice(0, 10) }));
    const { meritFrom, meritFullAt } = proposal?.findings[0]?.days ?? {};
    expect({ outcome: proposal?.outcome, meritFrom, meritFullAt }).toEqual(then.value);
    expect(proposal?.findings[0]?.rule).toBe(then.rule);
  });

  it('R19: is full when the last day is over, and unknown while nobody stated anything', () => {
    const on = (day: string) =>
      propose(years, nominee({ claims: { discipline: { none: false, endedOn: '2024-06-30' } }, on: day }))?.outcome;
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual(['fail', 'pass']);
    expect(propose(years, nominee())?.findings[0]).toMatchObject({ outcome: 'unknown', missing: ['discipline'] });
    const clean = nominee({ claims: { discipline: { none: true } } });
    expect(propose(years, clean)?.findings[0]).toMatchObject({ outcome: 'unknown', missing: ['meritPeriod'] });
  });

  it('R19: leaves that do not count put the end off by their days, those that do by none', () => {
    const meritPeriod = { from: '2024-01-01', to: '2025-12-31' };
    const at = (kind: string, on: string) =>
      propose(
        years,
        nominee({
          on,
          claims: {
            meritPeriod,
            discipline: { none: true },
            leaves: [{ kind, from: '2025-12-30', to: '2026-01-10' }],
          },
        }),
      );
    expect(at('maternity', '2026-01-01')?.outcome).toBe('pass');
    expect(at('unpaid', '2026-01-12')).toMatchObject({
      outcome: 'fail',
      findings: [{ days: { meritFullAt: '2026-01-12' } }],
    });
    expect(at('unpaid', '2026-01-13')?.outcome).toBe('pass');
  });
});

describe('R20: maternity leave counts', () => {
  it.each(
    casesOf<
      { from: string; to: string; leave: readonly { kind: string; from: string; to: string }[] },
      { daysCounted: number }
    >('R20', 'maternity').map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data: { from, to, leave }, then }) => {
    const period = { from, to };
    const years = criteria([{ test: 'merit_years', rule: 'R19', years: 2, countedLeaves: ['maternity'] }]);
    const claims = { meritPeriod: period, discipline: { none: true as const }, leaves: [...leave] };
    const proposal = propose(years, nominee({ claims }));
    expect(proposal?.findings[0]?.figures['daysCounted']).toBe(then.value?.daysCounted);
    // Were it not for the rule.
    expect(daysCounted(period, leave, [])).toBe(547);
  });

  it('R20: overlapping leaves are taken off once', () => {
    const days = (...leaves: readonly (readonly [string, string])[]) =>
      daysCounted(
        { from: '2026-01-01', to: '2026-01-31' },
        leaves.map(([from, to]) => ({ kind: 'unpaid', from, to })),
        [],
      );
    expect(days(['2026-01-01', '2026-01-10'], ['2026-01-05', '2026-01-12'])).toBe(19);
    expect(days(['2026-01-01', '2026-01-31'], ['2026-01-05', '2026-01-12'])).toBe(0);
    expect(days(['2025-12-01', '2026-01-02'], ['2026-01-30', '2026-03-01'], ['2026-04-01', '2026-05-01'])).toBe(27);
  });
});

describe('R22: each kind of a medal once', () => {
  interface Medal {
    readonly award: string;
    readonly kind: string;
    readonly at: string;
    readonly gapYears?: number;
    readonly history: readonly { readonly kind: string; readonly decidedAt: string }[];
  }

  const once = (yearsBetween: number | 'unknown' | null) =>
    criteria([{ test: 'each_variant_once', rule: 'R22', award: 'KNC', yearsBetween, asked: 'receipt' }]);

  it.each(casesOf<Medal>('R22', 'medal').map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, { data, then }) => {
      const awards = data.history.map(({ kind, decidedAt }) => past('KNC', { variant: kind, decidedOn: decidedAt }));
      const ask = nominee({ claims: { variant: data.kind }, history: whole(...awards), on: data.at.slice(0, 10) });
      const proposal = propose(once(data.gapYears ?? null), ask, 'receipt');
      expect(proposal?.outcome === 'fail').toBe(!then.allowed);
      expect(proposal?.findings[0]?.rule).toBe(then.rule ?? 'R22');
      // It is a question of the receipt and of nothing else.
      expect(propose(once(data.gapYears ?? null), ask)).toBeUndefined();
    },
  );

  it('R22: a second kind a day before the years are over fails; what cannot be told stays open', () => {
    const on = '2026-05-14';
    const outcome = (given: Partial<PastAward>, years: number | 'unknown' | null = 3) =>
      propose(once(years), nominee({ claims: { variant: 'K2' }, history: whole(past('KNC', given)), on }), 'receipt')
        ?.outcome;
    expect(outcome({ variant: 'K1', decidedOn: '2023-05-15' })).toBe('fail');
    expect(outcome({ variant: 'K1', decidedOn: '2023-05-15' }, null)).toBe('pass');
    expect(outcome({ variant: 'K1', decidedOn: '2023-05-15' }, 'unknown')).toBe('unknown');
    expect(outcome({ variant: 'K1' })).toBe('unknown');
    expect(outcome({})).toBe('unknown');
    expect(outcome({ variant: 'K2', confirmed: false })).toBe('unknown');
    expect(outcome({ variant: 'K2', cancelled: true })).toBe('pass');
  });
});

describe('R56: a cancelled award stops counting', () => {
  it.each(
    casesOf<{ history: readonly number[]; cancelled: number; need: number }, Answer>('R56', 'cascade')
      .filter(({ id }) => id === 'R56-1')
      .map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data, then }) => {
    const awards = data.history.map((meritYear) =>
      past('CSTDCS', { meritYear, cancelled: meritYear === data.cancelled }),
    );
    const proposal = propose(
      titled('R12', { prerequisite: 'CSTDCS', years: data.need }),
      nominee({ claims: { meritYear: 2025 }, history: whole(...awards) }),
    );
    expect(proposal).toMatchObject({
      outcome: then.value?.outcome,
      findings: [{ passedOver: [{ because: 'cancelled', year: data.cancelled }] }],
    });
  });
});
