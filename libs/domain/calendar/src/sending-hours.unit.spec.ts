import { toInstant } from '#libs/domain/kernel';
import { vietnam } from '../../../../test/support/law-files.js';
import { isQuiet, nextWorkingMoment, releaseAt } from './index.js';

const hours = { from: '18:00', until: '07:00', release: '07:30' };
const at = (text: string) => toInstant(`${text}:00+07:00`) ?? '';

describe('Quiet hours', () => {
  it.each([
    ['in the working day, at once', '2026-10-27T08:00', '2026-10-27T08:00'],
    ['in the last minute before they begin', '2026-10-27T17:59', '2026-10-27T17:59'],
    ['from 18:00, until the next morning', '2026-10-27T18:00', '2026-10-28T07:30'],
    ['in the night, until this morning', '2026-10-28T00:10', '2026-10-28T07:30'],
    ['at 07:00 they are over', '2026-10-28T07:00', '2026-10-28T07:00'],
    ['on Friday evening, until Monday', '2026-10-30T18:30', '2026-11-02T07:30'],
    ['on a Saturday at noon, until Monday', '2026-10-31T12:00', '2026-11-02T07:30'],
    ['on a Saturday that is worked, at once', '2026-08-22T10:00', '2026-08-22T10:00'],
    ['before the National Day, until it is over', '2026-08-28T19:00', '2026-09-03T07:30'],
    ['in a year without notices, by the plain week', '2031-01-04T10:00', '2031-01-06T07:30'],
  ])('let a message leave %s', (_, asked, leaves) => {
    expect(releaseAt(vietnam, hours, undefined, at(asked))).toBe(at(leaves));
    expect(isQuiet(vietnam, hours, undefined, at(asked))).toBe(asked !== leaves);
  });

  it.each([
    ['longer in the morning', { from: '18:00', until: '09:00' }, '2026-10-27T20:00', '2026-10-28T09:00'],
    ['at noon', { from: '11:30', until: '13:30' }, '2026-10-27T12:00', '2026-10-27T13:30'],
    [
      'shorter than the office’s: they widen nothing',
      { from: '23:00', until: '05:00' },
      '2026-10-27T20:00',
      '2026-10-28T07:30',
    ],
    [
      'the whole day: then the office’s count',
      { from: '06:00', until: '19:00' },
      '2026-10-27T12:00',
      '2026-10-27T12:00',
    ],
  ])('of one’s own, %s', (_, personal, asked, leaves) => {
    expect(releaseAt(vietnam, hours, personal, at(asked))).toBe(at(leaves));
  });

  it('name the next summary: today’s at its very minute, else that of the next working day', () => {
    expect(nextWorkingMoment(vietnam, '07:30', at('2026-10-27T07:30'))).toBe(at('2026-10-27T07:30'));
    expect(nextWorkingMoment(vietnam, '07:30', at('2026-10-30T07:31'))).toBe(at('2026-11-02T07:30'));
  });
});
