import { instantAt, localDateOf, toInstant } from './index.js';

describe('The day of a moment in the office', () => {
  it.each([
    ['2026-09-30T16:59:59.999Z', '2026-09-30'],
    ['2026-09-30T17:00:00.000Z', '2026-10-01'],
    ['2026-12-31T16:59:59.000Z', '2026-12-31'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2026-10-01T00:00:00.000Z', '2026-10-01'],
  ])('of %s is %s: in Hà Nội the day changes at 17:00 UTC', (instant, date) => {
    expect(localDateOf(instant)).toBe(date);
  });
});

describe('A moment', () => {
  it('is brought to UTC with milliseconds, whatever its offset', () => {
    expect(toInstant('2026-09-30T23:59:59+07:00')).toBe('2026-09-30T16:59:59.000Z');
    expect(toInstant('2026-09-30T16:59:59.1234567Z')).toBe('2026-09-30T16:59:59.123Z');
  });

  it.each([
    '2026-09-30',
    '2026-09-30T10:00:00',
    '10:00',
    'yesterday',
    '',
    '2026-02-30T10:00:00Z',
    '+012026-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
  ])('is not read from “%s”', (text) => {
    expect(toInstant(text)).toBeUndefined();
  });

  it('of an office hour is seven hours earlier in UTC, and falls on that day again', () => {
    expect(instantAt('2026-08-27', '17:00')).toBe('2026-08-27T10:00:00.000Z');
    expect(instantAt('2026-08-27', '00:00')).toBe('2026-08-26T17:00:00.000Z');
    expect(localDateOf(instantAt('2026-08-27', '00:00'))).toBe('2026-08-27');
  });
});
