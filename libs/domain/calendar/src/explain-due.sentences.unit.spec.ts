import { toInstant } from '#libs/domain/kernel';
import { until2026, vietnam } from '../../../../test/support/law-files.js';
import { explainDue } from './explain-due.js';
import { explanationSentences } from './explain-due.sentences.js';
import type { LimitUnit, Pause } from './time-limit.js';

const office = (text: string) => toInstant(`${text}+07:00`) ?? '';
const explain = (start: string, value: number, unit: LimitUnit = 'working_day', pauses: readonly Pause[] = []) =>
  explainDue(vietnam, office(start), { value, unit, firstDayCounted: false }, pauses);

describe('an explanation in words', () => {
  it('tells the arithmetic in Vietnamese, days in a row on one line', () => {
    expect(explanationSentences(explain('2026-08-21T09:00', 5), 'vi')).toEqual([
      'Bắt đầu lúc 09:00 thứ Sáu 21/08/2026; thời hạn 5 ngày làm việc, không tính ngày đầu.',
      'Không tính thứ Sáu 21/08/2026: lúc bắt đầu.',
      'Ngày 1: thứ Bảy 22/08/2026, làm bù: Hoán đổi 31/8 với 22/8 (Công văn 9859/VPCP-KGVX năm 2025; 109/TB-UBND Cần Thơ; Nghị quyết 28/2026/QH16 (24/11)).',
      'Không tính Chủ nhật 23/08/2026, nghỉ hằng tuần (Quyết định 188/1999/QĐ-TTg: tuần làm việc 40 giờ, nghỉ thứ Bảy và Chủ nhật; chưa đối chiếu văn bản).',
      'Ngày 2–5: thứ Hai 24/08/2026 – thứ Năm 27/08/2026.',
      'Đến hạn: 17:00 thứ Năm 27/08/2026.',
      'Đếm theo Lịch làm việc của cơ quan hành chính nhà nước (VN, bản 2026-11-20).',
    ]);
  });

  it('says the same in English', () => {
    expect(explanationSentences(explain('2026-11-20T09:00', 2), 'en')).toEqual([
      'Starts at 09:00 Friday 20/11/2026; the limit is 2 working days, the first day not counted.',
      'Not counted, Friday 20/11/2026: the start.',
      expect.stringMatching(
        /^Not counted, Saturday 21\/11\/2026 – Sunday 22\/11\/2026, weekend \(.*; not checked against the text\)\.$/,
      ),
      'Day 1: Monday 23/11/2026.',
      'Not counted, Tuesday 24/11/2026, public holiday: Vietnam Culture Day (Nghị quyết 28/2026/QH16).',
      'Day 2: Wednesday 25/11/2026.',
      'Due: 17:00 Wednesday 25/11/2026.',
      'Counted by the Working calendar of the state administration (VN, version 2026-11-20).',
    ]);
  });

  it('tells pauses with what they cost, and a last day that moved on', () => {
    const pause = { from: office('2026-10-07T10:00'), to: office('2026-10-12T09:00') };
    const lines = explanationSentences(explain('2026-10-05T09:00', 7, 'calendar_day', [pause]), 'vi');
    expect(lines).toContain('Tạm dừng từ 10:00 thứ Tư 07/10/2026 đến 09:00 thứ Hai 12/10/2026: 5 ngày không tính.');
    expect(lines).toContain('Không tính thứ Năm 08/10/2026 – thứ Sáu 09/10/2026: tạm dừng.');
    expect(lines).toContain(
      'Kết thúc vào thứ Hai 19/10/2026, vì ngày cuối là ngày nghỉ (Bộ luật Dân sự, Điều 148 khoản 5).',
    );
  });

  it('tells half-days by their part of the day', () => {
    const lines = explanationSentences(explain('2026-10-07T12:00', 2, 'half_day'), 'en');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Starts at 12:00 Wednesday 07/10/2026; the limit is 2 half-days, the first half-day not counted.',
        'Not counted, afternoon of Wednesday 07/10/2026: the start.',
        'Half-day 1: morning of Thursday 08/10/2026.',
        'Half-day 2: afternoon of Thursday 08/10/2026.',
      ]),
    );
  });

  it('says what is awaited instead of a due moment', () => {
    const told = explain('2027-01-04T09:00', 20);
    expect(explanationSentences(told, 'vi').at(-2)).toBe(
      'Chưa tính được hạn: thời hạn đi qua những ngày còn chờ thông báo: Tết Nguyên đán Đinh Mùi 2027 (30/01/2027–21/02/2027); mới tính được 19 ngày làm việc.',
    );
    expect(explanationSentences(told, 'en').at(-2)).toBe(
      'The due moment cannot be counted: the way leads through days whose notice is awaited: Lunar New Year (Tết) 2027 (30/01/2027–21/02/2027); 19 working days so far.',
    );
  });

  it('calls only a day of the weekend worked in exchange; the other side of the swap is off', () => {
    const day = (language: 'vi' | 'en', date: string) =>
      explanationSentences(explain('2026-08-21T09:00', 15, 'calendar_day'), language).find((line) =>
        line.includes(date),
      );
    expect(day('vi', '22/08/2026')).toMatch(/^Ngày 1: thứ Bảy 22\/08\/2026, làm bù: Hoán đổi 31\/8 với 22\/8/);
    expect(day('vi', '31/08/2026')).toMatch(
      /^Ngày 10: thứ Hai 31\/08\/2026, nghỉ do hoán đổi: Hoán đổi 31\/8 với 22\/8/,
    );
    expect(day('en', '31/08/2026')).toMatch(/^Day 10: Monday 31\/08\/2026, off by swap: 31\/08 off in exchange/);
  });

  it.each([
    ['am', 'nghỉ buổi sáng do hoán đổi', 'morning off by swap'],
    ['pm', 'nghỉ buổi chiều do hoán đổi', 'afternoon off by swap'],
  ] as const)('calls half a day off by swap (%s) what it is', (part, vi, en) => {
    const date = '2026-10-08';
    const halved = {
      ...vietnam,
      days: vietnam.days.map((year) =>
        year.year === 2026
          ? { ...year, halfDaysOff: [{ date, part }], reasons: [{ dates: [date], kind: 'swap' as const }] }
          : year,
      ),
    };
    const limit = { value: 2, unit: 'working_day', firstDayCounted: false } as const;
    const told = explainDue(halved, office('2026-10-07T09:00'), limit);
    const line = (language: 'vi' | 'en') => explanationSentences(told, language)[2];
    expect(line('vi')).toMatch(new RegExp(`^Ngày 1: thứ Năm 08/10/2026, ${vi} \\(`));
    expect(line('en')).toMatch(new RegExp(`^Day 1: Thursday 08/10/2026, ${en} \\(`));
  });

  it('says which year is missing instead of a due moment, and what was not applied', () => {
    const limit = { value: 20, unit: 'working_day', firstDayCounted: false } as const;
    const lines = explanationSentences(explainDue(until2026, office('2026-12-24T09:00'), limit), 'vi');
    expect(lines.at(-2)).toBe(
      'Chưa tính được hạn: thời hạn đi qua năm 2027, mà lịch làm việc năm đó chưa đủ; mới tính được 5 ngày làm việc.',
    );
    expect(explanationSentences(explain('2025-12-31T09:00', 2), 'en')).toContainEqual(
      expect.stringMatching(/^Not applied, since nobody confirmed it: 02\/01\/2026 off, 10\/01\/2026 worked/),
    );
  });
});
