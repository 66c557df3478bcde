import fc from 'fast-check';
import { localDateOf } from '#libs/domain/kernel';
import { numberOf, registerStream, yearOfRegister } from './index.js';
import { casesOf } from '../../../../test/support/rule-cases.js';
import {
  DecisionOffice,
  approvedDossier,
  draftOf,
  drafted,
  entered,
  giveUp,
  issueOn,
  nominees,
} from '../../../../test/support/decision-office.js';

/** The registers of a test: stream → the decisions to which numbers were given, in the order of the stream. */
class Registers {
  readonly streams = new Map<string, string[]>();

  take(register: string, decisionId: string) {
    const taken = this.streams.get(register) ?? [];
    this.streams.set(register, [...taken, decisionId]);
    return { register, number: numberOf(taken.length) };
  }
}

const dossierOf = (bodyId: string) => approvedDossier({ bodyId, approved: nominees({ individual: 1 }) });

function issueOne(registers: Registers, bodyId: string, now: string, decisionId: string) {
  const actor = { id: 'clerk', positionId: 'p', unitId: bodyId, roles: ['clerk'] as const };
  const dossier = dossierOf(bodyId);
  const date = localDateOf(now);
  const number = registers.take(registerStream(bodyId, 'QĐ', date), decisionId);
  const office = new DecisionOffice({ decisionId, now, actor })
    .when(draftOf(dossier), { dossiers: [dossier] })
    .when(issueOn(date), { dossiers: [entered(dossier, decisionId)], number });
  return { office, body: bodyId, year: Number(date.slice(0, 4)), number: office.state?.issue?.number };
}

type Issues = { readonly issues: readonly { readonly body: string; readonly at: string }[] };

describe('R45: the numbers of decisions', () => {
  it.each(['R45-1', 'R45-2'].flatMap((id) => casesOf<Issues>(id)).map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, { data, then }) => {
      const registers = new Registers();
      const issued = data.issues.map(({ body, at }, index) => {
        const { office, ...answer } = issueOne(registers, body, new Date(at).toISOString(), `Q${index + 1}`);
        expect(office.refusals).toEqual([]);
        return answer;
      });
      expect(issued).toEqual(then.value);
    },
  );

  it('R45-3: a number given up is not used again', () => {
    const [{ data, then }] = casesOf<{ issues: number; givenUp: number[] }>('R45-3') as [never] as [
      {
        data: { issues: number; givenUp: number[] };
        then: { value: { next: number; taken: number[]; noted: number[] } };
      },
    ];
    const registers = new Registers();
    const noted: (number | undefined)[] = [];
    const issued: (number | undefined)[] = [];
    for (let turn = 1; turn <= data.issues; turn += 1) {
      if (!data.givenUp.includes(turn)) {
        issued.push(issueOne(registers, 'ubnd-tinh', '2026-11-02T02:00:00.000Z', `Q${turn}`).number);
        continue;
      }
      const number = registers.take(registerStream('ubnd-tinh', 'QĐ', '2026-11-02'), `Q${turn}`);
      const office = drafted(approvedDossier(), { decisionId: `Q${turn}`, number }).when(giveUp);
      expect(office.state?.givenUp).toEqual({ ...number, reason: 'Lập trùng' });
      noted.push(office.state?.givenUp?.number);
    }
    expect({ next: issued.at(-1), noted }).toEqual({ next: then.value.next, noted: then.value.noted });
    const taken = registers.streams.get(registerStream('ubnd-tinh', 'QĐ', '2026-11-02'));
    expect(taken?.map((_, revision) => numberOf(revision))).toEqual(then.value.taken);
  });

  it('R45-4: one decision number, recipients numbered 1 to 61 in the order of the list', () => {
    const [{ data, then }] = casesOf('R45-4') as [never] as [
      { data: { recipients: number }; then: { value: { goldenBook: [number, number]; distinct: number } } },
    ];
    const registers = new Registers();
    const office = drafted().when(issueOn('2026-10-20'), {
      number: registers.take(registerStream('ubnd-tinh', 'QĐ', '2026-10-20'), 'Q1'),
    });
    const numbers = office.state?.recipients.map(({ goldenBookNumber }) => goldenBookNumber) ?? [];
    expect(office.state?.issue?.number).toBe(1);
    expect(numbers).toEqual(Array.from({ length: data.recipients }, (_, index) => index + 1));
    expect([numbers[0], numbers.at(-1)]).toEqual(then.value.goldenBook);
    expect(new Set(numbers).size).toBe(then.value.distinct);
    expect(office.state?.recipients.map(({ nomineeId }) => nomineeId)).toEqual(numbers.map((number) => `N${number}`));
  });
});

describe('The name of a register', () => {
  it('can be read, and says its year', () => {
    const register = registerStream('ubnd-tinh', 'QĐ', '2026-12-31');
    expect(register).toBe('register-ubnd-tinh-qd--51c490-2026');
    expect(yearOfRegister(register)).toBe(2026);
    expect(registerStream('snv', 'qd', '2027-01-01')).toBe('register-snv-qd-2027');
  });

  it.each([
    ['a', 'QĐ', 'a', 'QD'],
    ['a', 'QĐ', 'a', 'qđ'],
    ['UBND-T', 'qd', 'ubnd-t', 'qd'],
    ['a-b', 'c', 'a', 'b-c'],
    ['a', 'b c', 'a', 'b-c'],
    ['a--61', 'qd', 'a', '61-qd'],
  ])('keeps %s/%s and %s/%s apart', (bodyA, seriesA, bodyB, seriesB) => {
    expect(registerStream(bodyA, seriesA, '2026-01-01')).not.toBe(registerStream(bodyB, seriesB, '2026-01-01'));
  });

  it('is made of small letters, digits and hyphens only, and never shared by two registers', () => {
    const body = fc.stringMatching(/^[aA6][aA6.-]{0,3}$/);
    const letter = fc.constantFrom('q', 'Q', 'đ', 'Đ', 'd', '6', '1', '-', ' ', 'ệ', '章');
    const series = fc.string({ unit: letter, minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(body, series, body, series, (bodyA, seriesA, bodyB, seriesB) => {
        const [one, other] = [
          registerStream(bodyA, seriesA, '2026-01-01'),
          registerStream(bodyB, seriesB, '2026-01-01'),
        ];
        expect(one).toMatch(/^register-[a-z0-9-]+-2026$/);
        expect(one === other).toBe(bodyA === bodyB && seriesA === seriesB);
      }),
      { numRuns: 5_000 },
    );
  });
});
