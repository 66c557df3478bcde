import { localDateOf, toInstant, valueOf } from '#libs/domain/kernel';
import { defaultLadder, lawFile, vietnam } from '../../../../test/support/law-files.js';
import { casesOf } from '../../../../test/support/rule-cases.js';
import { computeDue } from './compute-due.js';
import { ladderSchema, planLadder, rungsToRing } from './reminder-ladder.js';
import type { TimeLimit } from './time-limit.js';
import { addWorkingDays } from './working-days.js';

const instant = (text: string) => toInstant(text) ?? '';
const office = (text: string) => instant(`${text}+07:00`);
const days = (value: number, unit: TimeLimit['unit'] = 'working_day'): TimeLimit => ({
  value,
  unit,
  firstDayCounted: false,
});

/** A deadline as it stands after its start, with nothing paused. */
const running = (start: string, limit: TimeLimit) => ({
  startedAt: instant(start),
  limit,
  dueAt: valueOf(computeDue(vietnam, instant(start), limit)).dueAt,
});
const plan = (start: string, limit: TimeLimit, until?: string) =>
  planLadder(vietnam, defaultLadder, running(`${start}+07:00`, limit), until && office(until));
const names = (planned: readonly { readonly rung: string }[]) => planned.map(({ rung }) => rung);

describe('R52: the ladder of a deadline', () => {
  it.each(
    casesOf<
      { start: string; limit: TimeLimit },
      { due: string; rungs: Readonly<Record<string, string>>; rungCount: number }
    >('R52', 'ladder'),
  )('$id $title', ({ data, then }) => {
    const deadline = running(data.start, data.limit);
    const planned = planLadder(vietnam, defaultLadder, deadline);
    expect(deadline.dueAt).toBe(instant(then.value?.due ?? ''));
    expect(planned.map(({ rung, at }) => [rung, at])).toEqual(
      Object.entries(then.value?.rungs ?? {}).map(([rung, at]) => [rung, instant(at)]),
    );
    expect(planned).toHaveLength(then.value?.rungCount ?? 0);
  });

  it('goes to the assignee before the day, then climbs to the head of section and the authority', () => {
    const planned = plan('2026-10-01T09:00', days(20));
    expect(planned.at(0)).toMatchObject({ rung: 'T-5', to: ['assignee'], channel: ['digest'] });
    expect(planned.find(({ rung }) => rung === '+1')).toMatchObject({ to: ['assignee', 'head_of_section'] });
    expect(planned.at(-1)).toMatchObject({ rung: '+5', to: ['authority'], channel: ['digest'] });
  });

  it('after +5 reminds every fifth working day, as far as somebody asks', () => {
    const planned = plan('2026-10-01T09:00', days(20), '2026-11-20T08:00');
    expect(planned.slice(-3).map(({ rung, at }) => [rung, at])).toEqual([
      ['+5', office('2026-11-05T08:00')],
      ['+10', office('2026-11-12T08:00')],
      ['+15', office('2026-11-19T08:00')],
    ]);
    expect(names(plan('2026-10-01T09:00', days(20), '2026-11-19T08:00'))).toContain('+15');
    expect(names(plan('2026-10-01T09:00', days(20), '2026-11-19T07:59'))).not.toContain('+15');
  });

  it('has no rung from before the start', () => {
    expect(names(plan('2026-10-07T09:00', days(1)))).toEqual(['T-0', 'T-0 again', '+1', '+3', '+5']);
    expect(names(plan('2026-10-08T09:00', { ...days(1), firstDayCounted: true }))).toEqual([
      'T-0 again',
      '+1',
      '+3',
      '+5',
    ]);
    expect(names(plan('2026-10-05T08:00', days(2)))).toContain('T-2');
    expect(names(plan('2026-10-05T08:01', days(2)))).not.toContain('T-2');
  });

  it('measures the term by the whole limit, in working days, whatever its unit and however long it was paused', () => {
    const hasT5 = (limit: TimeLimit) => names(plan('2026-10-05T09:00', limit)).includes('T-5');
    expect([days(7), days(8)].map(hasT5)).toEqual([false, true]);
    expect([days(11, 'calendar_day'), days(10, 'calendar_day')].map(hasT5)).toEqual([true, true]);
    expect([days(9, 'calendar_day'), days(15, 'half_day'), days(16, 'half_day')].map(hasT5)).toEqual([
      false,
      false,
      true,
    ]);
    const paused = { startedAt: office('2026-10-05T09:00'), dueAt: office('2026-11-20T17:00'), limit: days(5) };
    expect(names(planLadder(vietnam, defaultLadder, paused))).not.toContain('T-5');
  });

  it('rings on the working day before when the due day itself is off', () => {
    const sunday = { startedAt: office('2026-10-01T09:00'), dueAt: office('2026-10-18T17:00'), limit: days(5) };
    const at = (rung: string) => planLadder(vietnam, defaultLadder, sunday).find((each) => each.rung === rung)?.at;
    expect([at('T-2'), at('T-0'), at('+1')]).toEqual([
      office('2026-10-14T08:00'),
      office('2026-10-16T08:00'),
      office('2026-10-19T08:00'),
    ]);
  });

  it('leaves out what days that are awaited lie before, and keeps the rest', () => {
    const planned = plan('2027-01-20T09:00', days(6), '2027-06-30T08:00');
    expect(names(planned)).toEqual(['T-2', 'T-0', 'T-0 again', '+1']);
    expect(planned.at(-1)?.at).toBe(office('2027-01-29T08:00'));
    const awaiting = {
      ...vietnam,
      days: vietnam.days.map((year) => (year.year === 2025 ? { ...year, complete: false } : year)),
    };
    const due2024 = { startedAt: office('2024-12-20T09:00'), dueAt: office('2024-12-30T17:00'), limit: days(6) };
    expect(names(planLadder(awaiting, defaultLadder, due2024))).toEqual(['T-2', 'T-0', 'T-0 again', '+1']);
  });
});

describe('R52: what is rung when the time has come', () => {
  const planned = plan('2026-10-01T09:00', days(20));

  it.each(
    casesOf<{ due: string; term: number; downTo: string }, { sent: string[]; skipped: string[] }>(
      'R52',
      'ladder-downtime',
    ),
  )('$id $title', ({ data, then }) => {
    const dueAt = instant(data.due);
    const startDay = addWorkingDays(vietnam, localDateOf(dueAt), -data.term);
    const deadline = { startedAt: office(`${startDay}T09:00`), dueAt, limit: days(data.term) };
    const { ring, skip } = rungsToRing(planLadder(vietnam, defaultLadder, deadline), [], instant(data.downTo));
    expect([[ring?.rung], names(skip)]).toEqual([then.value?.sent, then.value?.skipped]);
  });

  it('nothing before the first rung, the first rung at its very moment', () => {
    expect(rungsToRing(planned, [], office('2026-10-22T07:59'))).toEqual({ skip: [] });
    expect(rungsToRing(planned, [], office('2026-10-22T08:00')).ring?.rung).toBe('T-5');
  });

  it('nothing twice: what was rung or skipped stays settled after a restart', () => {
    const now = office('2026-10-27T09:00');
    const { ring, skip } = rungsToRing(planned, [], now);
    expect(rungsToRing(planned, [ring?.rung ?? '', ...names(skip)], now)).toEqual({ skip: [] });
    expect(rungsToRing(planned, ['T-2'], now)).toMatchObject({ skip: [{ rung: 'T-5' }] });
    expect(rungsToRing(planned, ['T-2'], now)).not.toHaveProperty('ring');
  });

  it('one reminder after a long night, whatever the order in which rungs are handed over', () => {
    const { ring, skip } = rungsToRing(planned.toReversed(), ['T-5'], office('2026-11-30T09:00'));
    expect([ring?.rung, names(skip)]).toEqual(['+5', ['T-2', 'T-0', 'T-0 again', '+1', '+3']]);
  });
});

describe('reading a ladder', () => {
  const [first, ...rest] = lawFile('ladders/default.json') as object[];
  const issue = (ladder: unknown) => ladderSchema.safeParse(ladder).error?.issues[0]?.message;

  it('takes the one shipped', () => {
    expect(defaultLadder).toHaveLength(7);
  });

  it.each([
    ['a name used twice', [first, { ...first, offset: -4 }], /stands twice/],
    ['two rungs at one moment', [first, { ...first, rung: 'T-5 too' }], /same moment/],
    ['a rung that repeats before others', [{ ...first, offset: 4, everyAfter: 5 }, ...rest], /only the last rung/],
    ['a rung that repeats before the due day', [{ ...first, everyAfter: 5 }], /only the last rung/],
    ['an hour that is none', [{ ...first, time: '24:00' }], /not an hour/],
    ['a rung for nobody', [{ ...first, to: [] }], />=1/],
  ])('refuses %s', (_, ladder, sentence) => {
    expect(issue(ladder)).toMatch(sentence);
  });
});
