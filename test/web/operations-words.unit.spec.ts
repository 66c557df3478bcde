import { ageOf } from '../../apps/web/src/pages/operations/age.js';
import { rungOf } from '../../apps/web/src/pages/operations/rung.js';

describe('what an operator reads', () => {
  it('tells a rung of a reminder ladder by its day, not by its code', () => {
    expect(rungOf('T-2')).toEqual({ when: 'before', days: 2, again: false });
    expect(rungOf('T-0 again')).toEqual({ when: 'on', days: 0, again: true });
    expect(rungOf('+15')).toEqual({ when: 'after', days: 15, again: false });
    expect(rungOf('Nhắc riêng')).toBeUndefined();
  });

  it('tells an age in the largest unit of which there are two', () => {
    expect(ageOf(45)).toEqual({ unit: 'seconds', count: 45 });
    expect(ageOf(130)).toEqual({ unit: 'minutes', count: 2 });
    expect(ageOf(3 * 3_600)).toEqual({ unit: 'hours', count: 3 });
    expect(ageOf(11_374 * 60)).toEqual({ unit: 'days', count: 8 });
  });
});
