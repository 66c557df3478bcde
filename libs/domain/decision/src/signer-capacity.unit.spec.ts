import { type RuleCase, casesOf } from '../../../../test/support/rule-cases.js';
import { approvedDossier, drafted, issueOn } from '../../../../test/support/decision-office.js';
import { capacities, capacityNames, registerStream, type SignerCapacity } from './index.js';

interface Capacity {
  readonly capacity: SignerCapacity;
  readonly award: string;
  readonly signedAt: string;
  readonly mandate: {
    readonly from: string;
    readonly to: string;
    readonly scope: string[];
    readonly redelegated: boolean;
  };
}

describe('R44: in what capacity a decision is signed', () => {
  /** A decision that is issued on a day, signed in a capacity. */
  function signedOn(day: string, signer: object) {
    const command = issueOn(day);
    const number = { register: registerStream('ubnd-tinh', 'QĐ', day), number: 1 };
    const office = drafted(approvedDossier());
    return office.when(
      { ...command, data: { ...command.data, signer: { ...command.data.signer, ...signer } } },
      { number, now: `${day}T03:00:00.000Z` },
    );
  }

  it.each(casesOf<Capacity>('R44', 'capacity').map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, { data, then }: RuleCase<Capacity>) => {
      const { from, to, scope, redelegated } = data.mandate;
      const mandate = { number: '3/UQ', date: from, from, to, scope, redelegated };
      const office = signedOn(data.signedAt.slice(0, 10), { capacity: data.capacity, mandate });
      expect(office.refusals.length === 0).toBe(then.allowed);
      expect(office.refusal?.rule).toBe(then.rule);
    },
  );

  it('R44: by authorisation nobody signs without a mandate, or for an award that it does not name', () => {
    const mandate = { number: '3/UQ', date: '2026-09-01', from: '2026-09-01', to: '2026-11-30', redelegated: false };
    expect(signedOn('2026-11-16', { capacity: 'TUQ.' }).refusal?.code).toBe('SIGNER_NEEDS_MANDATE');
    const other = signedOn('2026-11-16', { capacity: 'TUQ.', mandate: { ...mandate, scope: ['GK'] } });
    expect(other.refusal?.code).toBe('SIGNER_MANDATE_OUT_OF_SCOPE');
    const own = { ...mandate, scope: ['BK_TINH'] };
    const late = signedOn('2026-12-01', { capacity: 'TUQ.', mandate: own });
    expect(late.refusal?.code).toBe('SIGNER_MANDATE_NOT_RUNNING');
    const passedOn = signedOn('2026-11-16', { capacity: 'TUQ.', mandate: { ...own, redelegated: true } });
    expect(passedOn.refusal?.code).toBe('SIGNER_MANDATE_PASSED_ON');
  });

  it('R44: a mandate dated after the signature allows nothing, in whatever capacity', () => {
    const mandate = {
      number: '3/UQ',
      date: '2026-11-16',
      from: '2026-09-01',
      to: '2027-11-30',
      scope: ['BK_TINH'],
      redelegated: false,
    };
    expect(signedOn('2026-11-16', { capacity: 'TUQ.', mandate }).refusals).toEqual([]);
    for (const capacity of ['TUQ.', 'TL.']) {
      const later = signedOn('2026-11-16', { capacity, mandate: { ...mandate, date: '2026-11-17' } });
      expect(later.refusal).toMatchObject({
        code: 'SIGNER_MANDATE_DATED_LATER',
        rule: 'R44',
        params: { date: '2026-11-16', dated: '2026-11-17' },
      });
    }
  });

  it('R44: is one of six, of which only authorisation needs a mandate', () => {
    expect(capacities).toEqual(['none', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.']);
    expect(capacities.filter((each) => capacityNames[each].needsMandate)).toEqual(['TUQ.']);
    for (const capacity of ['none', 'TM.', 'Q.', 'KT.', 'TL.'])
      expect(signedOn('2026-11-16', { capacity }).refusals).toEqual([]);
  });
});
