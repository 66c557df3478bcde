import fc from 'fast-check';
import { amountInWords } from './amount-in-words.js';
import { citation, countText, grouped, officialDay, officialNumber, quotientText } from './official.js';

describe('Words of papers', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-06-29', 'ngày 29 tháng 6 năm 2026'],
    ['2026-12-09', 'ngày 09 tháng 12 năm 2026'],
  ])('write the day %s as %s: a zero before days below ten and before the months 1 and 2', (day, said) => {
    expect(officialDay(day)).toBe(said);
  });

  it.each([
    ['9/TTr-SNV', '09/TTr-SNV'],
    ['15/QĐ-BNV', '15/QĐ-BNV'],
    ['09/TTr-SNV', '09/TTr-SNV'],
    ['7', '07'],
    ['BB-3', 'BB-3'],
  ])('write the number %s as %s', (number, said) => {
    expect(officialNumber(number)).toBe(said);
  });

  it('write counts below ten with a zero, and none as none', () => {
    expect([0, 1, 9, 10, 52].map(countText)).toEqual(['0', '01', '09', '10', '52']);
  });

  it.each([
    [0, 'Không đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [1_001, 'Một nghìn không trăm linh một đồng'],
    [21_021, 'Hai mươi mốt nghìn không trăm hai mươi mốt đồng'],
    [3_800_000, 'Ba triệu tám trăm nghìn đồng'],
    [265_910_000, 'Hai trăm sáu mươi lăm triệu chín trăm mười nghìn đồng'],
    [1_000_005_000, 'Một tỷ không trăm linh năm nghìn đồng'],
  ])('say %d đồng: %s', (amount, said) => {
    expect(amountInWords(amount)).toBe(said);
    expect(amountInWords(amount)).toBe(said.normalize('NFC'));
  });

  it('name no amount that is none', () => {
    for (const amount of [-1, 0.5, Number.NaN]) expect(() => amountInWords(amount)).toThrow(RangeError);
  });

  it('say two different amounts in different words', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (one, other) => (one === other) === (amountInWords(one) === amountInWords(other))),
    );
  });

  it.each([
    [17 * 9, 10, '15,3'],
    [17 * 2, 3, '11,33…'],
    [10 * 4, 5, '8'],
    [7 * 7, 8, '6,12…'],
  ])('divide %d by %d as one does by hand: %s', (product, divisor, said) => {
    expect(quotientText(product, divisor)).toBe(said);
  });

  it('write amounts in groups and cite a decree in full', () => {
    expect(grouped(265_910_000)).toBe('265.910.000');
    expect(citation('ND 161/2026/NĐ-CP')).toBe('Nghị định số 161/2026/NĐ-CP');
  });
});
