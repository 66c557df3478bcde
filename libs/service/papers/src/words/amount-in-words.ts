const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Every third power of ten; beyond them they begin again with `tỷ`. */
const ranks = ['', ' nghìn', ' triệu'] as const;
const BILLION = 1_000_000_000;

/**
 * A whole amount in Vietnamese words: `Hai trăm sáu mươi lăm triệu chín trăm mười nghìn đồng`.
 * @throws RangeError for what is no whole amount: no paper may name one.
 */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount of money: ${amount}.`);
  const words = `${amount === 0 ? digits[0] : numberInWords(amount, false)} đồng`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function numberInWords(amount: number, behind: boolean): string {
  const billions = Math.floor(amount / BILLION);
  const rest = amount % BILLION;
  const high = billions > 0 ? [`${numberInWords(billions, behind)} tỷ`] : [];
  const low = belowBillion(rest, behind || billions > 0);
  return [...high, ...low].join(' ');
}

/** `behind`: something stands before, so that empty hundreds are said. */
function belowBillion(amount: number, behind: boolean): string[] {
  const words: string[] = [];
  for (const rank of [2, 1, 0] as const) {
    const group = Math.floor(amount / 1_000 ** rank) % 1_000;
    if (group === 0) continue;
    words.push(hundreds(group, behind || words.length > 0) + ranks[rank]);
  }
  return words;
}

function hundreds(group: number, behind: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10] as const;
  const words: string[] = [];
  if (hundred > 0 || behind) words.push(`${digits[hundred]} trăm`);
  if (ten === 0 && one > 0 && words.length > 0) words.push('linh');
  if (ten === 1) words.push('mười');
  if (ten > 1) words.push(`${digits[ten]} mươi`);
  if (one > 0) words.push(unit(ten, one));
  return words.join(' ');
}

function unit(ten: number, one: number): string {
  if (one === 1 && ten > 1) return 'mốt';
  if (one === 5 && ten > 0) return 'lăm';
  return digits[one] as string;
}
