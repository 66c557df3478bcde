import { dayText, dongText, dueText, momentText } from './index.js';

describe('Dates and amounts in sentences', () => {
  it('write days and moments as offices do, by the clock in Hà Nội', () => {
    expect(dayText('2026-08-07')).toBe('07/08/2026');
    expect(momentText('2026-08-27T10:00:00.000Z')).toBe('17:00 27/08/2026');
    expect(momentText('2026-08-27T17:05:59.999Z')).toBe('00:05 28/08/2026');
  });

  it.each([
    ['2026-08-24', 'thứ Hai', 'Monday'],
    ['2026-08-25', 'thứ Ba', 'Tuesday'],
    ['2026-08-26', 'thứ Tư', 'Wednesday'],
    ['2026-08-27', 'thứ Năm', 'Thursday'],
    ['2026-08-28', 'thứ Sáu', 'Friday'],
    ['2026-08-29', 'thứ Bảy', 'Saturday'],
    ['2026-08-30', 'Chủ nhật', 'Sunday'],
  ])('name the weekday of a due moment: %s is %s', (date, vi, en) => {
    const day = dayText(date);
    expect(dueText(`${date}T10:00:00.000Z`, 'vi')).toBe(`17:00 ${vi} ${day}`);
    expect(dueText(`${date}T10:00:00.000Z`, 'en')).toBe(`17:00 ${en} ${day}`);
  });

  it.each([
    [0, '0 đồng', 'VND 0'],
    [999, '999 đồng', 'VND 999'],
    [10_000, '10.000 đồng', 'VND 10,000'],
    [265_910_000, '265.910.000 đồng', 'VND 265,910,000'],
  ])('group amounts of money: %d', (amount, vi, en) => {
    expect([dongText(amount, 'vi'), dongText(amount, 'en')]).toEqual([vi, en]);
  });
});
