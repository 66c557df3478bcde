import { stepsAround } from '../../apps/web/src/components/steps-around.js';

const way = (length: number) => Array.from({ length }, (_, at) => `${at + 1}`);

describe('the way of a dossier on one line', () => {
  it('names every step of a way that fits, so that step 4 of 9 is the fourth', () => {
    expect(stepsAround(way(9), 3)).toEqual(way(9));
  });

  it('says of a longer way how many steps it leaves out, and loses none', () => {
    expect(stepsAround(way(28), 0)).toEqual(['1', '2', '3', '4', '5', '6', { folded: 21, state: 'ahead' }, '28']);
    expect(stepsAround(way(28), 12)).toEqual([
      { folded: 10, state: 'done' },
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      { folded: 11, state: 'ahead' },
      '28',
    ]);
    expect(stepsAround(way(15), 14)).toEqual([{ folded: 8, state: 'done' }, '9', '10', '11', '12', '13', '14', '15']);
    for (let at = 0; at < 28; at += 1) {
      const shown = stepsAround(way(28), at);
      const count = shown.reduce((sum, each) => sum + (typeof each === 'string' ? 1 : each.folded), 0);
      expect([count, shown.includes(`${at + 1}`)]).toEqual([28, true]);
    }
  });
});
