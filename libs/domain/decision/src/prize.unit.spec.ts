import fc from 'fast-check';
import { prizeLawSchema, previewPrizes, prizeOf, prizesOn } from './index.js';
import { type RuleCase, casesOf } from '../../../../test/support/rule-cases.js';
import { certificateOfMerit, nominees, prizeLaw } from '../../../../test/support/decision-office.js';
import { procedureNamed } from '../../../../test/support/procedures.js';
import type { NomineeKind, Procedure } from '#libs/domain/procedure';
import { valueOf } from '#libs/domain/kernel';

interface PrizeQuestion {
  readonly award: string;
  readonly recipient: NomineeKind;
  readonly decisionDate: string;
  readonly multiple: number;
}

/** A decimal of a case as a fraction in integers. */
const fractionOf = (decimal: number) => ({ numerator: Math.round(decimal * 100), denominator: 100 });

/** The shipped procedure of an award, or another one that pays the multiples of the case. */
function paying(award: string, multiples: Partial<Record<NomineeKind, number>>): Procedure {
  if (award === certificateOfMerit.code) return certificateOfMerit;
  const prize = Object.fromEntries(
    Object.entries(multiples).map(([kind, multiple]) => [
      kind,
      { ...fractionOf(multiple), source: 'case', confidence: 'design' as const },
    ]),
  );
  return { ...certificateOfMerit, code: award, prize: { ...certificateOfMerit.prize, ...prize } };
}

describe('R48: the prize of a recipient', () => {
  it.each(
    casesOf<PrizeQuestion, Record<string, number>>('R48', 'prize').map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data, then }: RuleCase<PrizeQuestion, Record<string, number>>) => {
    const procedure = paying(data.award, { [data.recipient]: data.multiple });
    const list = valueOf(previewPrizes([{ kind: data.recipient }], procedure, prizeLaw, data.decisionDate));
    expect(list.baseSalary.amount).toBe(then.value?.base);
    expect((list.baseSalary.amount * fractionOf(data.multiple).numerator) / 100).toBe(then.value?.product);
    expect(list.prizes).toEqual({ [data.recipient]: then.value?.payable });
    expect(list.total).toBe(then.value?.payable);
  });

  it.each([
    ['2026-06-30', 2_340_000],
    ['2026-07-01', 2_530_000],
  ])('of an emulation fighter decided on %s is %d đồng', (date, expected) => {
    const list = previewPrizes([{ kind: 'individual' }], procedureNamed('CSTDCS@R2025.1'), prizeLaw, date);
    expect(valueOf(list).total).toBe(expected);
  });

  it('costs 265 910 000 đồng for a batch of 9 + 52 on the new salary: each prize is rounded, not the sum', () => {
    const list = previewPrizes(nominees({ collective: 9, individual: 52 }), certificateOfMerit, prizeLaw, '2026-07-01');
    expect(valueOf(list)).toMatchObject({
      prizes: { collective: 7_590_000, individual: 3_800_000 },
      total: 265_910_000,
    });
  });

  it('is not known for a kind that the procedure does not pay', () => {
    const fighter = procedureNamed('CSTDCS@R2025.1');
    expect(previewPrizes([{ kind: 'household' }], fighter, prizeLaw, '2026-07-01')).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'PRIZE_UNKNOWN', rule: 'R48', params: { subject: 'household' } }),
    });
    expect(prizesOn('2026-07-01', [{ kind: 'household' }], new Map(), prizeLaw)).toMatchObject({
      error: { code: 'PRIZE_UNKNOWN' },
    });
  });

  it('is that of the grade where an award has several; of a grade that nobody has read it is unknown', () => {
    const order = procedureNamed('HCBVTQ@R2025.1');
    const recipients = [
      { kind: 'individual', grade: 'hang-1' },
      { kind: 'collective', grade: 'hang-1' },
      { kind: 'collective', grade: 'hang-3' },
      { kind: 'collective', grade: 'hang-3' },
      { kind: 'individual', grade: 'hang-2' },
    ] as const;
    // 9, 18 and twice 9 times 2 530 000.
    expect(valueOf(previewPrizes(recipients, order, prizeLaw, '2026-07-01'))).toMatchObject({
      prizes: {},
      gradedPrizes: [
        { kind: 'individual', grade: 'hang-1', amount: 22_770_000 },
        { kind: 'collective', grade: 'hang-1', amount: 45_540_000 },
        { kind: 'collective', grade: 'hang-3', amount: 22_770_000 },
        { kind: 'individual', grade: 'hang-2' },
      ],
      unknown: ['individual'],
      total: 22_770_000 + 45_540_000 + 2 * 22_770_000,
    });
    // Who stands in the list without a grade is paid nothing that is a guess.
    expect(valueOf(previewPrizes([{ kind: 'individual' }], order, prizeLaw, '2026-07-01'))).toMatchObject({
      unknown: ['individual'],
      total: 0,
    });
  });

  it('is not known before the first base salary of the law data', () => {
    expect(previewPrizes([{ kind: 'individual' }], certificateOfMerit, prizeLaw, '2023-06-30')).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'BASE_SALARY_UNKNOWN', rule: 'R48', params: { date: '2023-06-30' } }),
    });
  });

  it('is a whole multiple of the rounding unit, never below the exact value and less than one unit above', () => {
    const amounts = fc.record({
      numerator: fc.integer({ min: 1, max: 400 }),
      denominator: fc.integer({ min: 1, max: 100 }),
      salary: fc.oneof(fc.integer({ min: 1, max: 20_000_000 }), fc.integer({ min: 1, max: 20 })),
      upTo: fc.constantFrom(1, 7, 1_000, 10_000, 100_000),
    });
    fc.assert(
      fc.property(amounts, ({ numerator, denominator, salary, upTo }) => {
        const paid = BigInt(prizeOf({ numerator, denominator }, salary, upTo)) * BigInt(denominator);
        const exact = BigInt(numerator) * BigInt(salary);
        expect(paid % (BigInt(upTo) * BigInt(denominator))).toBe(0n);
        expect(paid >= exact && paid - exact < BigInt(upTo) * BigInt(denominator)).toBe(true);
      }),
    );
  });

  it('costs a whole unit more for one đồng above', () => {
    const once = { numerator: 1, denominator: 1 };
    expect([10_000, 10_001, 20_000].map((salary) => prizeOf(once, salary, 10_000))).toEqual([10_000, 20_000, 20_000]);
  });

  it('is not computed beyond the exact integers', () => {
    const huge = () => prizeOf({ numerator: Number.MAX_SAFE_INTEGER, denominator: 1 }, 2, 10_000);
    expect(huge).toThrow('left the range of exact integers');
  });

  it('sums up to the total of the list, whoever is in it', () => {
    const kinds = fc.array(fc.constantFrom<NomineeKind>('individual', 'collective', 'household'), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(kinds, fc.constantFrom('2024-07-01', '2026-06-30', '2026-07-01', '2030-01-01'), (kinds, date) => {
        const list = valueOf(
          previewPrizes(
            kinds.map((kind) => ({ kind })),
            certificateOfMerit,
            prizeLaw,
            date,
          ),
        );
        expect(kinds.reduce((sum, kind) => sum + (list.prizes[kind] ?? Number.NaN), 0)).toBe(list.total);
        expect(Object.keys(list.prizes).sort()).toEqual([...new Set(kinds)].sort());
      }),
    );
  });
});

describe('The figures of the law', () => {
  it('hold each base salary from its first day until the next begins', () => {
    const on = (date: string) =>
      valueOf(previewPrizes([{ kind: 'individual' }], certificateOfMerit, prizeLaw, date)).baseSalary.amount;
    expect([on('2023-07-01'), on('2024-06-30'), on('2024-07-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      1_800_000, 1_800_000, 2_340_000, 2_340_000, 2_530_000,
    ]);
  });

  it('are refused when the entries do not go from the oldest to the newest', () => {
    const [first, second] = prizeLaw.baseSalary;
    const parsed = prizeLawSchema.safeParse({ ...prizeLaw, baseSalary: [second, first] });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['baseSalary', 1, 'from'],
      message: expect.stringContaining('oldest to the newest'),
    });
  });
});
