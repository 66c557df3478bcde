import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { RECEIPT_CODE_LENGTH, parseReceiptCode, receiptCodeOf, receiptCodeText } from './receipt-code.js';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.uint8Array({ minLength: 11, maxLength: 11 }).map((bytes) => receiptCodeOf(bytes));

describe('a receipt code', () => {
  it('is read as it was made, with dashes, spaces and small letters', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toHaveLength(RECEIPT_CODE_LENGTH);
        for (const typed of [
          code,
          receiptCodeText(code),
          code.toLowerCase(),
          ` ${receiptCodeText(code).replaceAll('-', ' ')} `,
        ])
          expect(parseReceiptCode(typed)).toBe(code);
      }),
    );
  });

  it('is read with O for 0, and I or L for 1', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseReceiptCode(code.replaceAll('0', 'o').replaceAll('1', 'i'))).toBe(code);
        expect(parseReceiptCode(code.replaceAll('0', 'O').replaceAll('1', 'L'))).toBe(code);
      }),
    );
  });

  it('notices every wrong letter and every two neighbours that were swapped', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at < code.length; at++) {
          for (const letter of LETTERS) {
            const slip = code.slice(0, at) + letter + code.slice(at + 1);
            if (slip !== code) expect(parseReceiptCode(slip)).toBeUndefined();
          }
          const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
          if (swapped.length === code.length && swapped !== code) expect(parseReceiptCode(swapped)).toBeUndefined();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is nothing else: other lengths and letters', () => {
    for (const typed of [
      '',
      '0',
      '0000-0000-000',
      '0000-0000-0000-0',
      'UUUU-UUUU-UUUU',
      '0000 0000 000!',
      'Đ'.repeat(12),
    ])
      expect(parseReceiptCode(typed)).toBeUndefined();
  });

  it('holds 55 bits of chance: each random bit changes it', () => {
    const bytes = randomBytes(11);
    const code = receiptCodeOf(bytes);
    for (let bit = 0; bit < 55; bit++) {
      const other = Uint8Array.from(bytes);
      const index = Math.floor(bit / 5);
      other[index] = (other[index] ?? 0) ^ (1 << (bit % 5));
      expect(receiptCodeOf(other)).not.toBe(code);
    }
  });
});
