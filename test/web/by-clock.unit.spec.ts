import { byClock } from '../../apps/web/src/pages/statistics/by-clock.js';

const group = (award: string, clock: string, name: string, numerator: number, denominator: number) => ({
  key: `${award} ${clock}`,
  label: `${name}, ${award}`,
  award,
  clock,
  name: { vi: name, en: name },
  numerator,
  denominator,
});

describe('How often each clock was kept', () => {
  it('is told once for clocks of one name, with lists that count them all', () => {
    const found = byClock(
      [
        group('BK_TINH', 'screen', 'Trả hồ sơ', 42, 46),
        group('HCLD3', 'return.mp', 'Trả hồ sơ', 13, 13),
        group('CSTDCS', 'screen', 'Trả hồ sơ', 1, 2),
        group('HCLD3', 'consult', 'Trả lời ý kiến', 6, 8),
      ],
      ({ vi }) => vi,
      new URLSearchParams('receivedFrom=2026-01-01'),
    );
    expect(found.map(({ label, numerator, denominator }) => [label, numerator, denominator])).toEqual([
      ['Trả hồ sơ', 56, 61],
      ['Trả lời ý kiến', 6, 8],
    ]);
    const [first] = found;
    expect(first?.lists).toEqual({
      numerator: '/api/v1/deadlines?receivedFrom=2026-01-01&clock=return.mp%2Cscreen&settled=onTime',
      denominator: '/api/v1/deadlines?receivedFrom=2026-01-01&clock=return.mp%2Cscreen&settled=all',
    });
  });
});
