/** One teller’s count of one nominee, as typed. */
export interface TellerCount {
  readonly yes: string;
  readonly no: string;
  readonly other: string;
}

export const emptyCount: TellerCount = { yes: '', no: '', other: '' };

/** How a line stands between two tellers. */
export type LineState = 'empty' | 'half' | 'wrong' | 'differs' | 'agreed';

const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined);

export interface Counted {
  readonly yes: number;
  readonly no: number;
  readonly other: number;
}

/** The numbers of a count; nothing where one is missing or no number. What is neither yes nor no may be left out. */
export function countedOf({ yes, no, other }: TellerCount): Counted | undefined {
  const numbers = [whole(yes), whole(no), other.trim() === '' ? 0 : whole(other)];
  const [first, second, third] = numbers;
  return first === undefined || second === undefined || third === undefined
    ? undefined
    : { yes: first, no: second, other: third };
}

const isEmpty = ({ yes, no, other }: TellerCount): boolean => [yes, no, other].every((text) => text.trim() === '');

/** `able`: how many could vote. By minutes there is one count, and nothing to compare it with. */
export function lineState(first: TellerCount, second: TellerCount | undefined, able: number): LineState {
  if (isEmpty(first) && (second === undefined || isEmpty(second))) return 'empty';
  const counts = [first, ...(second === undefined ? [] : [second])].map(countedOf);
  if (counts.some((count) => count === undefined)) return 'half';
  const [one, other = one] = counts;
  if (!one || !other) return 'half';
  if (one.yes !== other.yes || one.no !== other.no || one.other !== other.other) return 'differs';
  return one.yes + one.no + one.other > able ? 'wrong' : 'agreed';
}
