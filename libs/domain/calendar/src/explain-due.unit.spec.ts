import { type Instant, toInstant } from '#libs/domain/kernel';
import { until2026, vietnam } from '../../../../test/support/law-files.js';
import { explainDue, type ExplainedStep } from './explain-due.js';
import type { LimitUnit, Pause, TimeLimit } from './time-limit.js';

const office = (text: string): Instant => toInstant(`${text}+07:00`) ?? '';
const days = (value: number, unit: LimitUnit = 'working_day', firstDayCounted = false): TimeLimit => ({
  value,
  unit,
  firstDayCounted,
});
const span = (from: string, to: string): Pause => ({ from: office(from), to: office(to) });
/** `22/08 swap 1`: the day, what it is where it is no plain day, and its number or what became of it. */
const line = ({ date, part, outcome, number, day }: ExplainedStep) =>
  [
    `${date.slice(8)}/${date.slice(5, 7)}${part ? ` ${part}` : ''}`,
    ...(day.kind === 'plain' ? [] : [day.kind]),
    number ?? outcome,
  ].join(' ');
const told = (start: string, limit: TimeLimit, pauses: readonly Pause[] = [], calendar = vietnam) =>
  explainDue(calendar, office(start), limit, pauses).steps.map(line);

describe('a time limit explains itself', () => {
  it('names the worked Saturday, with where it stands, and the Sunday that is skipped', () => {
    expect(told('2026-08-21T09:00', days(5))).toEqual([
      '21/08 first',
      '22/08 swap 1',
      '23/08 weekend off',
      '24/08 2',
      '25/08 3',
      '26/08 4',
      '27/08 5',
    ]);
    const { dueAt, counted, steps } = explainDue(vietnam, office('2026-08-21T09:00'), days(5));
    expect([dueAt, counted]).toEqual([office('2026-08-27T17:00'), 5]);
    expect(steps[1]?.day).toMatchObject({
      names: { vi: 'Hoán đổi 31/8 với 22/8' },
      source: expect.stringContaining('9859/VPCP') as string,
      confidence: 'verified',
    });
    expect(steps[2]?.day.source).toMatch(/188\/1999/);
  });

  it('names each holiday on the way, with the document of its own where it has one', () => {
    const { steps } = explainDue(vietnam, office('2026-11-17T09:00'), days(10));
    const day = steps.find(({ date }) => date === '2026-11-24');
    expect(day).toMatchObject({
      outcome: 'off',
      day: { kind: 'holiday', source: 'Nghị quyết 28/2026/QH16', names: { en: 'Vietnam Culture Day' } },
    });
  });

  it('counts the first day where the limit does', () => {
    expect(told('2026-08-21T09:00', days(2, 'working_day', true))).toEqual(['21/08 1', '22/08 swap 2']);
  });

  it('begins with the day off on which a dossier came', () => {
    expect(told('2026-10-11T09:00', days(2))).toEqual(['11/10 weekend off', '12/10 1', '13/10 2']);
  });

  it('tells what a pause cost, and what two of them share once', () => {
    const one = span('2026-07-08T10:00', '2026-07-10T09:00');
    const other = span('2026-07-09T10:00', '2026-07-13T09:00');
    expect(told('2026-07-07T09:00', days(2), [one, other])).toEqual([
      '07/07 first',
      '08/07 1',
      '09/07 paused',
      '10/07 paused',
      '11/07 weekend off',
      '12/07 weekend off',
      '13/07 paused',
      '14/07 2',
    ]);
    const { pauses } = explainDue(vietnam, office('2026-07-07T09:00'), days(2), [one, other]);
    expect(pauses.map(({ units }) => units)).toEqual([2, 1]);
  });

  it('a pause that began when the limit had run out costs nothing', () => {
    const late = span('2026-08-27T17:01', '2026-09-04T09:00');
    expect(explainDue(vietnam, office('2026-08-21T09:00'), days(5), [late]).pauses).toEqual([{ ...late, units: 0 }]);
  });

  it('moves a last calendar day that is off on to the next working day', () => {
    expect(told('2026-10-15T09:00', days(3, 'calendar_day'))).toEqual([
      '15/10 first',
      '16/10 1',
      '17/10 weekend 2',
      '18/10 weekend 3',
      '19/10 moved_to',
    ]);
  });

  it('shows a first day that was over when it began', () => {
    expect(told('2026-10-07T18:30', days(1, 'working_day', true))).toEqual(['07/10 first_over', '08/10 1']);
  });

  it('goes by halves where the limit does: the half of the receipt, a half off by decision', () => {
    const short = {
      ...vietnam,
      days: vietnam.days.map((year) =>
        year.year === 2026 ? { ...year, halfDaysOff: [{ date: '2026-10-15', part: 'pm' as const }] } : year,
      ),
    };
    expect(told('2026-10-15T09:00', days(2, 'half_day'), [], short)).toEqual([
      '15/10 am decision first',
      '15/10 pm decision off',
      '16/10 am 1',
      '16/10 pm 2',
    ]);
    expect(told('2026-10-07T12:00', days(1, 'half_day'))).toEqual(['07/10 pm first', '08/10 am 1']);
    expect(told('2026-10-07T17:30', days(1, 'half_day'))).toEqual(['08/10 am first', '08/10 pm 1']);
  });

  it('says which year is missing, and how far it could count', () => {
    const { dueAt, missingYear, counted, steps } = explainDue(until2026, office('2026-12-24T09:00'), days(20));
    expect([dueAt, missingYear, counted, steps.at(-1)?.date]).toEqual([undefined, 2027, 5, '2026-12-31']);
    expect(explainDue(until2026, office('2027-01-04T09:00'), days(5))).toMatchObject({ missingYear: 2027, steps: [] });
  });

  it('says which days are awaited, and counts up to the day before them', () => {
    const told = explainDue(vietnam, office('2027-01-04T09:00'), days(20));
    expect(told).toMatchObject({ missingYear: 2027, awaiting: { from: '2027-01-30', to: '2027-02-21' }, counted: 19 });
    expect([told.dueAt, told.steps.at(-1)?.date]).toEqual([undefined, '2027-01-29']);
    expect(explainDue(vietnam, office('2027-02-10T09:00'), days(5))).toMatchObject({ missingYear: 2027, steps: [] });
  });

  it('mentions a swap on its way that nobody confirmed', () => {
    expect(explainDue(vietnam, office('2025-12-30T09:00'), days(3)).doubtful).toMatchObject([{ off: '2026-01-02' }]);
    expect(explainDue(vietnam, office('2026-03-02T09:00'), days(3)).doubtful).toEqual([]);
  });
});
