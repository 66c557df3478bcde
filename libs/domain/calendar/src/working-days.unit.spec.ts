import { until2026, vietnam } from '../../../../test/support/law-files.js';
import { casesOf } from '../../../../test/support/rule-cases.js';
import { addWorkingDays, checkCovered, isWorkingDay, remainingAt, workingDaysBetween } from './working-days.js';

const office = (text: string) => new Date(`${text}+07:00`).toISOString();

describe('the days the office works', () => {
  it.each([
    ['a plain Friday', '2026-08-21', true],
    ['the Saturday worked in exchange', '2026-08-22', true],
    ['the Sunday after it', '2026-08-23', false],
    ['the Monday off in exchange', '2026-08-31', false],
    ['Quốc khánh', '2026-09-02', false],
    ['the new Ngày Văn hóa Việt Nam', '2026-11-24', false],
    ['24/11 a year before it was a holiday', '2025-11-24', true],
    ['Giỗ Tổ on a Sunday, taken on Monday', '2026-04-27', false],
    ['02/01/2026, whose swap nobody confirmed', '2026-01-02', true],
    ['10/01/2026, the other side of that swap', '2026-01-10', false],
  ])('%s', (_, date, worked) => {
    expect(isWorkingDay(vietnam, date)).toBe(worked);
  });

  it('counts forwards and backwards over a swap, and stays where it is for zero', () => {
    expect(addWorkingDays(vietnam, '2026-08-21', 5)).toBe('2026-08-27');
    expect(addWorkingDays(vietnam, '2026-08-27', -5)).toBe('2026-08-21');
    expect(addWorkingDays(vietnam, '2026-08-23', -1)).toBe('2026-08-22');
    expect(addWorkingDays(vietnam, '2026-08-23', 0)).toBe('2026-08-23');
    expect(workingDaysBetween(vietnam, '2026-08-21', '2026-08-27')).toBe(5);
    expect(workingDaysBetween(vietnam, '2026-08-27', '2026-08-21')).toBe(-5);
  });

  it('crosses from one year into the next', () => {
    expect(addWorkingDays(vietnam, '2024-12-23', 8)).toBe('2025-01-03');
    expect(workingDaysBetween(vietnam, '2024-12-23', '2025-01-03')).toBe(8);
  });
});

describe('days the calendar cannot answer for', () => {
  it('are refused by name of the year when asked about first', () => {
    expect(checkCovered(vietnam, '2024-01-01', '2026-12-31')).toEqual({ ok: true, value: undefined });
    expect(checkCovered(until2026, '2027-01-04', '2026-12-30')).toMatchObject({
      ok: false,
      error: { code: 'CALENDAR_INCOMPLETE', rule: 'R49', params: { year: 2027 } },
    });
  });

  it('are a bug when counted over unasked, never a guessed weekday', () => {
    expect(() => isWorkingDay(until2026, '2027-01-04')).toThrow(/does not cover 2027/);
    expect(() => addWorkingDays(until2026, '2026-12-30', 2)).toThrow(/does not cover 2027/);
    expect(() => addWorkingDays(vietnam, '2024-01-02', -1)).toThrow(/does not cover 2023/);
    expect(() => workingDaysBetween(vietnam, '2023-12-29', '2024-01-05')).toThrow(/does not cover 2023/);
    expect(() => isWorkingDay(vietnam, '2026-02-30')).toThrow(/Not a day/);
    expect(() => addWorkingDays(vietnam, '2026-08-21', 1.5)).toThrow(/whole/);
  });

  it('are those of a span only, where the rest of its year is known', () => {
    expect(checkCovered(vietnam, '2026-12-30', '2027-01-29')).toEqual({ ok: true, value: undefined });
    expect(checkCovered(vietnam, '2027-02-22', '2027-01-29')).toMatchObject({
      error: { code: 'CALENDAR_DAYS_AWAITED', params: { from: '2027-01-30', to: '2027-02-21' } },
    });
    expect(addWorkingDays(vietnam, '2026-12-30', 2)).toBe('2027-01-04');
    expect(() => isWorkingDay(vietnam, '2027-02-08')).toThrow(/does not cover 2027/);
    expect(() => addWorkingDays(vietnam, '2027-01-28', 2)).toThrow(/does not cover 2027/);
    expect(() => addWorkingDays(vietnam, '2027-02-23', -2)).toThrow(/does not cover 2027/);
    expect(remainingAt(vietnam, office('2027-02-23T09:00'), office('2027-01-28T17:00'))).toEqual({
      workingDays: -3,
      exact: false,
    });
  });

  it('may not be stepped over by a year still awaiting its notices', () => {
    expect(() => addWorkingDays(awaiting(2025), '2024-12-31', 1)).toThrow(/does not cover 2025/);
    expect(() => addWorkingDays(awaiting(2025), '2026-01-02', -2)).toThrow(/does not cover 2025/);
  });
});

/** The calendar as it stood while the notices for one year were still awaited. */
const awaiting = (year: number) => ({
  ...vietnam,
  days: vietnam.days.map((each) => (each.year === year ? { ...each, complete: false } : each)),
});

describe('what is left of a deadline', () => {
  const due = office('2026-08-27T17:00');

  it.each([
    ['on the day of receipt all five days', '2026-08-21T09:00', 5],
    ['on the worked Saturday one less', '2026-08-22T09:00', 4],
    ['on Sunday no less than on Saturday', '2026-08-23T09:00', 4],
    ['on the due day none', '2026-08-27T09:00', 0],
    ['two working days late, not six days', '2026-09-03T09:00', -2],
  ])('%s', (_, at, workingDays) => {
    expect(remainingAt(vietnam, office(at), due)).toEqual({ workingDays, exact: true });
  });

  it('is eleven working days when the investigation flag stops the clock on 14/10/2026 (R18-2)', () => {
    const [{ data, then } = {}] = casesOf<
      { pauses: { from: string }[]; remainingWorkingDaysAtPause: number },
      { due: string }
    >('R18-2');
    const stoppedAt = new Date(data?.pauses[0]?.from ?? '').toISOString();
    expect(remainingAt(vietnam, stoppedAt, office('2026-10-29T17:00')).workingDays).toBe(
      data?.remainingWorkingDaysAtPause,
    );
    expect(then?.value?.due).toBe('2026-11-19T17:00:00+07:00');
  });

  it('says “at least” instead of failing when a late dossier is looked at in a year not entered yet', () => {
    expect(remainingAt(until2026, office('2027-01-06T09:00'), office('2026-12-30T17:00'))).toEqual({
      workingDays: -1,
      exact: false,
    });
    expect(remainingAt(awaiting(2026), office('2026-01-06T09:00'), office('2025-12-30T17:00'))).toEqual({
      workingDays: -1,
      exact: false,
    });
  });
});
