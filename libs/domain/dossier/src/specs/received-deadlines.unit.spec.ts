import type { CalendarYear, TimeLimit, WorkingCalendar } from '#libs/domain/calendar';
import { toInstant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';
import { explainDeadline } from '../index.js';

interface Given {
  readonly start: string;
  readonly limit: TimeLimit;
  readonly halfDaysOff?: CalendarYear['halfDaysOff'];
}

const instant = (text: string) => toInstant(text) ?? '';

/** BK_TINH in force through all the years of the cases, its appraisal under another limit. */
function procedureWith({ value, unit, firstDayCounted }: TimeLimit): Procedure {
  const usual = procedureNamed('BK_TINH@R2025.1');
  const { appraise } = usual.clocks;
  if (!appraise) throw new Error('BK_TINH has no appraisal.');
  const limit = { ...appraise.limit, value, unit, firstDayCounted };
  return {
    ...usual,
    effective: { ...usual.effective, from: '2020-01-01', until: null },
    clocks: { ...usual.clocks, appraise: { ...appraise, limit } },
  };
}

const withHalves = (halfDaysOff: CalendarYear['halfDaysOff']): WorkingCalendar => ({
  ...vietnam,
  days: vietnam.days.map((year) => (year.year === 2026 ? { ...year, halfDaysOff } : year)),
});

/** Receives a dossier at the moment of a case and reads the deadline of its appraisal, and how it explains itself. */
function readDeadline({ start, limit, halfDaysOff }: Given) {
  const calendar = halfDaysOff ? withHalves(halfDaysOff) : vietnam;
  const begunOn = new Date(Date.parse(start) - 7 * 86_400_000).toISOString();
  const desk = deskAfter([paths.received({ begunOn, on: start })], { calendar, procedures: [procedureWith(limit)] });
  const deadline = desk.state?.deadlines.get('appraise-1');
  return {
    dueAt: deadline?.terms.dueAt,
    explained: desk.state && explainDeadline(desk.state, 'appraise-1', calendar)?.arithmetic?.dueAt,
  };
}

describe('R49: a received dossier’s deadline follows the official calendar', () => {
  it.each(casesOf<Given, { due: string }>('R49'))('$id $title', ({ data, then }) => {
    const dueAt = instant(then.value?.due ?? '');
    expect(readDeadline(data)).toEqual({ dueAt, explained: dueAt });
  });
});

describe('R51: a received dossier’s deadline is counted in working days, calendar days or half-days', () => {
  it.each(casesOf<Given, { due: string }>('R51'))('$id $title', ({ data, then }) => {
    const dueAt = instant(then.value?.due ?? '');
    expect(readDeadline(data)).toEqual({ dueAt, explained: dueAt });
  });
});
