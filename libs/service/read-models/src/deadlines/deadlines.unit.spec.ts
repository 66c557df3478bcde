import type { NewEvent } from '#libs/engine/event-store';
import { foldRows } from '#libs/engine/projections';
import { awaitedTerms, deadlineSet, drafted, fact, terms } from '../../../../../test/support/office-facts.js';
import { recordedOf } from '../../../../../test/support/recorded.js';
import { deadlinesProjection } from './deadlines.projection.js';
import { deadlinesTable } from './deadlines.tables.js';

const due = '2026-09-18T10:00:00.000Z';
const later = '2026-09-25T10:00:00.000Z';
const noon = '2026-08-25T05:00:00.000Z';
const deadlineId = 'appraise-1';

const after = (...events: NewEvent[]): object | undefined =>
  foldRows(
    deadlinesProjection,
    recordedOf('dossier-D1', [drafted('D1'), deadlineSet(deadlineId, due), ...events]),
  )(deadlinesTable)[0];

const paused = fact('DeadlinePaused', { deadlineId, cause: 'supplement', pausedAt: noon, remainingWorkingDays: 18 });
const missed = fact('DeadlineMissed', { deadlineId, dueAt: due });
const metLate = fact('DeadlineMet', { deadlineId, metAt: later, late: true });

describe('a deadline', () => {
  it('runs from the act that set it, with its limit, calendar and source', () => {
    expect(after()).toEqual({
      dossierId: 'D1',
      deadlineId,
      clock: 'appraise',
      responsible: 'officer',
      state: 'running',
      startedAt: '2026-08-21T02:00:00.000Z',
      dueAt: due,
      missingYear: null,
      version: 1,
      pausedAt: null,
      remainingWorkingDays: null,
      missedAt: null,
      metAt: null,
      late: null,
      timeLimit: { value: 20, unit: 'working_day', firstDayCounted: false },
      calendarId: 'VN',
      calendarVersion: '1',
      source: 'test',
      confidence: 'design',
      revision: 1,
      position: '2',
    });
  });

  it('stands still and goes on with another due moment and version', () => {
    expect(after(paused)).toMatchObject({ state: 'paused', pausedAt: noon, remainingWorkingDays: 18, version: 1 });
    const resumed = fact('DeadlineResumed', {
      deadlineId,
      cause: 'supplement',
      resumedAt: noon,
      dueAt: later,
      version: 2,
    });
    expect(after(paused, resumed)).toMatchObject({
      state: 'running',
      pausedAt: null,
      remainingWorkingDays: null,
      dueAt: later,
      version: 2,
      startedAt: '2026-08-21T02:00:00.000Z',
    });
  });

  it('is counted from the beginning where the procedure says so', () => {
    const restarted = fact('DeadlineRestarted', { deadlineId, startedAt: noon, dueAt: later, version: 2 });
    expect(after(paused, restarted)).toMatchObject({ state: 'running', startedAt: noon, dueAt: later, version: 2 });
  });

  it('whose moment cannot be counted yet waits for a calendar, and is set by it', () => {
    const awaited = fact('DeadlineAwaited', awaitedTerms(deadlineId, [{ from: noon }]));
    expect(after(awaited)).toMatchObject({
      state: 'awaited',
      dueAt: null,
      missingYear: 2027,
      pausedAt: noon,
      version: 0,
    });
    const set = fact('DeadlineSet', { ...terms(deadlineId, later), version: 2 });
    expect(after(awaited, set)).toMatchObject({ state: 'running', dueAt: later, missingYear: null, version: 2 });
    expect(after(awaited, fact('DeadlineCancelled', { deadlineId, cause: 'withdraw' }))).toMatchObject({
      state: 'cancelled',
    });
  });

  it('that was missed stays missed, and says so when it is met late', () => {
    expect(after(missed)).toMatchObject({ state: 'missed', missedAt: due, metAt: null, late: null });
    expect(after(missed, metLate)).toMatchObject({ state: 'met', missedAt: due, metAt: later, late: true });
  });

  it('ends with what it waited for, or without', () => {
    const met = fact('DeadlineMet', { deadlineId, metAt: noon, late: false });
    expect(after(met)).toMatchObject({ state: 'met', metAt: noon, late: false, missedAt: null, revision: 2 });
    expect(after(fact('DeadlineCancelled', { deadlineId, cause: 'withdrawn' }))).toMatchObject({ state: 'cancelled' });
  });
});
