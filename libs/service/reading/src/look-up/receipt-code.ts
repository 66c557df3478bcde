/**
 * Mã tra cứu: twelve letters and digits of Crockford's base 32, eleven by chance (55 bits) and one that checks them. It is read out
 * over the telephone and typed from paper, so that O is 0 and I and L are 1, capitals and dashes do not matter, and a
 * slip of one letter or two neighbours swapped is noticed before anybody is asked.
 */
export const RECEIPT_CODE_LENGTH = 12;

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Multiplies by x in GF(2⁵) modulo x⁵ + x² + 1, whose powers of x are all different up to the 31st. */
const timesX = (value: number): number => {
  const shifted = value << 1;
  return shifted & 32 ? (shifted ^ 0b100101) & 31 : shifted;
};

/** The weighted sum of the values; weights that differ find every single slip and every two that were swapped. */
const checkOf = (values: readonly number[]): number => values.reduceRight((sum, value) => timesX(sum ^ value), 0);

/** A code out of random bytes, of which eleven are needed. Each letter takes five bits of one byte. */
export function receiptCodeOf(random: Uint8Array): string {
  if (random.length < RECEIPT_CODE_LENGTH - 1) throw new RangeError('A code needs eleven random bytes.');
  const values = [...random.subarray(0, RECEIPT_CODE_LENGTH - 1)].map((byte) => byte & 31);
  return [...values, checkOf(values)].map((value) => LETTERS[value]).join('');
}

/** What somebody typed, in the one form that is kept; `undefined` when it can be no code. */
export function parseReceiptCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = Array.from(code, (letter) => LETTERS.indexOf(letter));
  if (values.length !== RECEIPT_CODE_LENGTH || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, -1)) === values.at(-1) ? code : undefined;
}

/** As it is printed: `7K3F-9QXA-02MZ`. */
export const receiptCodeText = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
