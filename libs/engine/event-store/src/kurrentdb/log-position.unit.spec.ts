import { comparePositions, positionAt, serverPositionOf } from './log-position.js';

describe('positions of KurrentDB', () => {
  test('are ordered by commit, then by prepare, as numbers and not as texts', () => {
    const inOrder = ['start', '0/0', '9/2', '9/10', '10/1', '9007199254740993/1', '9007199254740994/0'];
    for (const [left, a] of inOrder.entries())
      for (const [right, b] of inOrder.entries())
        expect(Math.sign(comparePositions(a, b))).toBe(Math.sign(left - right));
  });

  test('lose nothing beyond what a number can hold', () => {
    const position = { commit: 9_007_199_254_740_993n, prepare: 9_007_199_254_740_995n };
    expect(serverPositionOf(positionAt(position))).toEqual(position);
  });

  test.each(['12', '1/2/3', '-1/2', 'x', ''])('%j is a position of another log', (text) => {
    expect(() => comparePositions(text, 'start')).toThrow(`Not a position of this log: ${text}`);
  });
});
