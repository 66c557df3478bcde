import { lawFile } from '../../../../test/support/law-files.js';
import { parseCalendar } from './parse-calendar.js';
import type { WorkingCalendar } from './working-calendar.js';

const shipped = lawFile('calendars/VN.json') as WorkingCalendar;

/** The shipped calendar with something changed in its year 2026, as a clerk might mistype it. */
const with2026 = (change: object) => ({
  ...shipped,
  days: shipped.days.map((year) => (year.year === 2026 ? { ...year, reasons: [], ...change } : year)),
});

const tet = {
  from: '2026-02-10',
  to: '2026-02-20',
  names: { vi: 'Tết', en: 'Tết' },
  source: 'Chờ thông báo',
  confidence: 'design',
};

const issuesOf = (json: unknown) => {
  const parsed = parseCalendar(json);
  return parsed.ok ? [] : parsed.error.params?.['issues'];
};

describe('reading a working calendar', () => {
  it('takes the shipped calendar of Vietnam, each year with its source and how far it can be trusted', () => {
    const parsed = parseCalendar(shipped);
    expect(parsed.ok && parsed.value.days.map(({ year, confidence }) => [year, confidence])).toEqual([
      [2024, 'memory'],
      [2025, 'memory'],
      [2026, 'verified'],
      [2027, 'verified'],
    ]);
    expect(shipped.days.every(({ source }) => source.length > 10)).toBe(true);
  });

  it('knows of each day that is off or worked what it is', () => {
    for (const { off, worked, reasons } of shipped.days) {
      const explained = reasons.flatMap(({ dates }) => dates);
      expect(explained.toSorted()).toEqual([...off, ...worked].toSorted());
      expect(reasons.every(({ names }) => names)).toBe(true);
    }
  });

  it('keeps the swap of 02/01/2026 as doubtful and does not apply it', () => {
    const year = shipped.days.find(({ year }) => year === 2026);
    expect(year?.doubtful).toMatchObject([{ off: '2026-01-02', worked: '2026-01-10', confidence: 'uncertain' }]);
    expect(year?.off).not.toContain('2026-01-02');
    expect(year?.worked).not.toContain('2026-01-10');
  });

  it.each([
    ['a day that does not exist', { off: ['2026-02-30'] }, /^days\.2\.off\.0: /],
    ['a day of another year', { off: ['2025-12-31'] }, /2025-12-31 lies in another year/],
    ['a day off entered twice', { off: ['2026-09-02', '2026-09-02'] }, /2026-09-02 stands twice/],
    ['a day both off and worked', { off: ['2026-08-22'] }, /2026-08-22 stands twice/],
    ['a swap onto a plain Monday', { worked: ['2026-08-24'] }, /2026-08-24 is worked anyway/],
    [
      'half a holiday',
      { halfDaysOff: [{ date: '2026-09-02', part: 'pm' }] },
      /2026-09-02 is off as a whole: no half of it/,
    ],
    ['half a Sunday', { halfDaysOff: [{ date: '2026-08-23', part: 'am' }] }, /2026-08-23 is off as a whole/],
    [
      'both halves of one day',
      {
        halfDaysOff: [
          { date: '2026-08-24', part: 'am' },
          { date: '2026-08-24', part: 'pm' },
        ],
      },
      /2026-08-24 has two half-days off/,
    ],
    [
      'a reason for a day like any other',
      { reasons: [{ dates: ['2026-08-24'], kind: 'holiday', names: { vi: 'Lễ', en: 'Feast' } }] },
      /2026-08-24 has a reason, but is a day like any other/,
    ],
    [
      'two reasons for one day',
      {
        reasons: [
          { dates: ['2026-09-02'], kind: 'holiday' },
          { dates: ['2026-09-02'], kind: 'swap' },
        ],
      },
      /2026-09-02 has two reasons/,
    ],
    ['a year without its source', { source: ' ' }, /^days\.2\.source: /],
    ['a year that is complete, yet waits', { awaiting: [tet] }, /it is complete, yet something is awaited/],
    [
      'days awaited in another year',
      { complete: false, awaiting: [{ ...tet, to: '2027-01-02' }] },
      /2027-01-02 lies in another year/,
    ],
    [
      'days awaited that end before they begin',
      { complete: false, awaiting: [{ ...tet, to: '2026-02-01' }] },
      /2026-02-10 to 2026-02-01: ends before it begins/,
    ],
    [
      'days awaited twice',
      { complete: false, awaiting: [tet, { ...tet, from: '2026-02-15' }] },
      /2026-02-15 is awaited twice/,
    ],
    ['a misspelt field', { offf: [] }, /offf/],
  ])('refuses %s, saying where', (_, change, sentence) => {
    expect(issuesOf(with2026(change))).toEqual([expect.stringMatching(sentence)]);
  });

  it('refuses a year that stands twice, an hour that is none, and half-days that part after the end of the day', () => {
    expect(issuesOf({ ...shipped, days: [...shipped.days, ...shipped.days.slice(0, 1)] })).toEqual([
      'days: 2024 stands twice',
    ]);
    expect(issuesOf({ ...shipped, workingDay: { ...shipped.workingDay, ends: '25:00' } })).toEqual([
      expect.stringContaining('not an hour'),
    ]);
    expect(issuesOf({ ...shipped, workingDay: { ...shipped.workingDay, halvesPartAt: '18:00' } })).toEqual([
      expect.stringContaining('part at 18:00, after the end at 17:00'),
    ]);
  });

  it('names every fault at once, under the code that clients branch on', () => {
    const parsed = parseCalendar(with2026({ off: ['2025-12-31'], worked: ['2026-08-24'] }));
    expect(parsed).toMatchObject({ ok: false, error: { code: 'CALENDAR_MALFORMED', rule: 'R49' } });
    expect(issuesOf(with2026({ off: ['2025-12-31'], worked: ['2026-08-24'] }))).toHaveLength(2);
  });

  it('lets a notice list the weekends inside a holiday window', () => {
    expect(issuesOf(with2026({ off: ['2026-02-14', '2026-02-15', '2026-02-16'] }))).toEqual([]);
  });
});
