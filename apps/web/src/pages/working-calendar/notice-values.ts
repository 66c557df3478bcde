import { newKey } from '../../forms/keys.js';
import type { NoticeDay } from './calendar.queries.js';

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
  readonly completesYear: boolean;
}

export const emptyNotice = (): TypedNotice => ({
  noticeId: `tb-${newKey().slice(0, 8)}`,
  source: '',
  confidence: 'verified',
  days: [emptyDay()],
  completesYear: false,
});

/** The notice as it is sent; its year is that of its first day. */
export function noticeOf({ noticeId, source, confidence, days, completesYear }: TypedNotice, year: number): object {
  const typed = days.filter(({ date }) => date !== '');
  const [first] = typed;
  return {
    noticeId,
    year: first ? Number(first.date.slice(0, 4)) : year,
    days: typed.map(({ date, what, name, nameEn }) => {
      const said = name.trim().normalize('NFC');
      const english = nameEn.trim().normalize('NFC');
      return { date, ...meanings[what], ...(said === '' ? {} : { names: { vi: said, en: english || said } }) };
    }),
    source: source.trim().normalize('NFC'),
    confidence,
    completesYear,
  };
}
