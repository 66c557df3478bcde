import { toInstant } from '#libs/domain/kernel';
import { casesOf } from '../../../../test/support/rule-cases.js';
import { within } from './interval.js';

interface Campaign {
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

describe('R53: a campaign runs from its first moment to just before its last', () => {
  it.each(casesOf<Campaign, { inside: boolean; atUtc: string; fromUtc: string; toUtc: string }>('R53', 'campaign'))(
    '$id $title',
    ({ data, then }) => {
      const [from, to, at] = [data.from, data.to, data.at].map((text) => toInstant(text) ?? '');
      expect([from, to, at]).toEqual([then.value?.fromUtc, then.value?.toUtc, then.value?.atUtc]);
      expect(within({ from: from ?? '', to: to ?? '' }, at ?? '')).toBe(then.value?.inside);
    },
  );

  it('leaves out what came a millisecond early', () => {
    const campaign = { from: '2021-08-08T17:00:00.000Z', to: '2021-08-22T17:00:00.000Z' };
    expect(within(campaign, '2021-08-08T16:59:59.999Z')).toBe(false);
    expect(within(campaign, '2021-08-22T16:59:59.999Z')).toBe(true);
  });
});
