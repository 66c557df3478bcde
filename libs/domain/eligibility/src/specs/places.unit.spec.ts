import fc from 'fast-check';
import { casesOf } from '../../../../../test/support/rule-cases.js';
import { type Contender, isPreferred, placed } from '../index.js';

const women70 = { numerator: 7, denominator: 10 };

describe('R21: among equals a woman, or a collective with enough women', () => {
  it.each(
    casesOf<
      {
        places: number;
        nominees: readonly { id: string; kind: string; women: number; members: number; yes: number }[];
      },
      { chosen: readonly string[] }
    >('R21', 'tie').map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data, then }) => {
    const contenders = data.nominees.map(({ id, kind, women, members, yes }) => ({
      id,
      yes,
      preferred: isPreferred({ kind, composition: { members, women } }, women70),
    }));
    expect(placed(contenders, data.places)).toEqual({
      chosen: then.value?.chosen,
      out: ['C1'],
      tied: ['C2', 'C1'],
      tieBreak: 'preferred',
    });
  });

  it('R21: of individuals a woman; where nothing was stated nobody is preferred', () => {
    expect(isPreferred({ kind: 'individual', sex: 'female' }, women70)).toBe(true);
    expect(isPreferred({ kind: 'individual', sex: 'male' }, women70)).toBe(false);
    expect(isPreferred({ kind: 'individual' }, women70)).toBe(false);
    expect(isPreferred({ kind: 'collective' }, women70)).toBe(false);
    expect(isPreferred({ kind: 'collective', composition: { members: 9 } }, women70)).toBe(false);
  });

  it('R21: who is still equal for the last place is chosen by nobody', () => {
    const three = ['A', 'B', 'C'].map((id) => ({ id, yes: 14, preferred: false }));
    expect(placed([{ id: 'D', yes: 15, preferred: false }, ...three], 2)).toEqual({
      chosen: ['D'],
      out: ['A', 'B', 'C'],
      tied: ['A', 'B', 'C'],
      tieBreak: 'open',
    });
  });
});

describe('R23: a yearly quota', () => {
  it.each(
    casesOf<
      { quota: number; used: number; yes: Readonly<Record<string, number>> },
      { inCount: number; out: readonly string[] }
    >('R23', 'quota').map((each) => [each.id, each.title, each] as const),
  )('%s: %s', (_id, _title, { data, then }) => {
    const contenders = Object.entries(data.yes).map(([id, yes]) => ({ id, yes, preferred: false }));
    const { chosen, out, tieBreak } = placed(contenders, data.quota - data.used);
    expect({ inCount: chosen.length, out }).toEqual(then.value);
    expect(tieBreak).toBeUndefined();
  });

  it('R23: whatever the counts, no more than the places, nobody twice, and nobody before one with more', () => {
    const contender = fc.record({ yes: fc.nat({ max: 6 }), preferred: fc.boolean() });
    fc.assert(
      fc.property(fc.array(contender, { maxLength: 12 }), fc.nat({ max: 12 }), (given, places) => {
        const all: Contender[] = given.map((each, index) => ({ id: `N${index}`, ...each }));
        const { chosen, out, tieBreak } = placed(all, places);
        expect([...chosen, ...out].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(chosen.length).toBeLessThanOrEqual(places);
        if (tieBreak !== 'open') expect(chosen.length).toBe(Math.min(places, all.length));
        const yesOf = (ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).map(({ yes }) => yes);
        expect(Math.min(...yesOf(chosen))).toBeGreaterThanOrEqual(Math.max(-Infinity, ...yesOf(out)));
      }),
    );
  });
});
