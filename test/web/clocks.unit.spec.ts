import { type ClockOf, clocksOf } from '../../apps/web/src/pages/dossier/clocks.js';

const clock = (id: string, given: Partial<ClockOf>): ClockOf => ({
  deadlineId: id,
  clock: id,
  state: 'running',
  dueAt: '2026-09-01T10:00:00.000Z',
  ...given,
});

describe('the clocks of a dossier', () => {
  const ids = (deadlines: readonly ClockOf[]) =>
    clocksOf({ deadlines: [...deadlines], awaited: [] }, '2026-11-27T00:00:00.000Z').map(
      ({ deadlineId }) => deadlineId,
    );

  it('that is over begin with what was met last', () => {
    const met = (id: string, metAt: string) => clock(id, { state: 'met', metAt, late: false });
    expect(
      ids([met('return', '2026-08-21T01:05:00.000Z'), met('archive', '2026-09-21T08:10:00.000Z'), clock('late', {})]),
    ).toEqual(['late', 'archive', 'return']);
  });
});
