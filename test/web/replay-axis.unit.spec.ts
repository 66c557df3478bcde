import { nearestTo, spreadByTime, spreadEvenly } from '../../apps/web/src/components/replay-axis.js';

const on = (day: number, hour = 9) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

describe('The facts of a dossier along the bar of the replay', () => {
  it('stand in their order from one end to the other, also those of one moment', () => {
    const { places } = spreadByTime([on(2), on(2), on(2, 11), on(20), on(21)]);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBeCloseTo(1);
    expect(places.every((place, at) => at === 0 || place > (places[at - 1] ?? 1))).toBe(true);
  });

  it('a fortnight in which nothing happened takes no more room than a day, and is said', () => {
    const { places, gaps } = spreadByTime([on(1), on(2), on(16), on(17)]);
    const wide = places.map((place, at) => place - (places[at - 1] ?? 0)).slice(1);
    expect(wide[1]).toBeCloseTo(wide[0] ?? -1);
    expect(gaps).toEqual([{ after: 1, at: expect.closeTo(0.5), days: 14 }]);
  });

  it('an hour takes less room than half a day', () => {
    const { places, gaps } = spreadByTime([on(2, 8), on(2, 9), on(2, 21)]);
    expect((places[1] ?? 1) - 0).toBeLessThan(1 - (places[1] ?? 0));
    expect(gaps).toEqual([]);
  });

  it('one alone stands at the beginning, and many of one moment stand evenly', () => {
    expect(spreadByTime([on(2)])).toEqual({ places: [0], gaps: [] });
    expect(spreadByTime([on(2), on(2), on(2)]).places).toEqual([0, 0.5, 1]);
    expect(spreadEvenly(4).places).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('the nearest to where somebody drags is the one he gets', () => {
    expect([0, 0.1, 0.36, 0.9].map((place) => nearestTo([0, 0.25, 0.5, 1], place))).toEqual([0, 0, 1, 3]);
  });
});
