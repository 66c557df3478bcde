import { newKey } from '../../forms/keys.js';
import type { AwaitedSpan, NoticeDay } from './calendar.queries.js';

/** A day of a notice as it is typed. */
export interface TypedDay {
  readonly key: string;
  readonly date: string;
  readonly what: 'holiday' | 'in_lieu' | 'swap_off' | 'swap_worked' | 'decision' | 'am_off' | 'pm_off';
  readonly name: string;
  readonly nameEn: string;
}

/** What a day may be, in words people use, and what each means. */
const meanings: Readonly<Record<TypedDay['what'], Pick<NoticeDay, 'kind' | 'effect'>>> = {
  holiday: { kind: 'holiday', effect: 'off' },
  in_lieu: { kind: 'in_lieu', effect: 'off' },
  swap_off: { kind: 'swap', effect: 'off' },
  swap_worked: { kind: 'swap', effect: 'worked' },
  decision: { kind: 'decision', effect: 'off' },
  am_off: { kind: 'decision', effect: 'am_off' },
  pm_off: { kind: 'decision', effect: 'pm_off' },
};

export const whats = Object.keys(meanings) as readonly TypedDay['what'][];

export const emptyDay = (): TypedDay => ({ key: newKey(), date: '', what: 'holiday', name: '', nameEn: '' });

export interface TypedNotice {
  readonly noticeId: string;
  readonly source: string;
  readonly confidence: 'verified' | 'memory' | 'uncertain' | 'design';
  readonly days: readonly TypedDay[];
  /** Days that were open, by their first one, which this notice decides. */
  readonly answers: readonly string[];
  readonly completesYear: boolean;
}

export const emptyNotice = (): TypedNotice => ({
  noticeId: `tb-${newKey().slice(0, 8)}`,
  source: '',
  confidence: 'verified',
  days: [emptyDay()],
  answers: [],
  completesYear: false,
});

/** The year of a notice: that of its first day. */
export function yearOf({ days }: Pick<TypedNotice, 'days'>, year: number): number {
  const first = days.find(({ date }) => date !== '');
  return first ? Number(first.date.slice(0, 4)) : year;
}

/** The notice as it is sent: what it leaves open of what was, and the year complete where that is nothing. */
export function noticeOf(typedNotice: TypedNotice, year: number, open: readonly AwaitedSpan[]): object {
  const { noticeId, source, confidence, days, answers, completesYear } = typedNotice;
  const typed = days.filter(({ date }) => date !== '');
  const left = open.filter(({ from }) => !answers.includes(from));
  const answered = left.length < open.length;
  return {
    noticeId,
    year: yearOf(typedNotice, year),
    days: typed.map(({ date, what, name, nameEn }) => {
      const said = name.trim().normalize('NFC');
      const english = nameEn.trim().normalize('NFC');
      return { date, ...meanings[what], ...(said === '' ? {} : { names: { vi: said, en: english || said } }) };
    }),
    source: source.trim().normalize('NFC'),
    confidence,
    ...(answered && left.length > 0 && !completesYear ? { awaiting: left } : {}),
    completesYear: completesYear || (answered && left.length === 0),
  };
}
