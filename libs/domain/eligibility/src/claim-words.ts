import { type Bilingual, dayText, type Language } from '#libs/domain/kernel';
import type { NomineeClaims } from './claims.schema.js';

/** Nội dung kê khai: what each claim is called. */
export const claimNames: Readonly<Record<keyof NomineeClaims, Bilingual>> = {
  meritYear: { vi: 'năm tính thành tích', en: 'the year of the merit' },
  meritPeriod: { vi: 'thời gian tính thành tích', en: 'the period of the merit' },
  discipline: { vi: 'kê khai kỷ luật', en: 'a statement on discipline' },
  composition: { vi: 'số thành viên', en: 'the number of members' },
  existence: { vi: 'thời gian tồn tại của tập thể', en: 'from when until when the collective is there' },
  variant: { vi: 'loại kỷ niệm chương', en: 'the kind of medal' },
  achievements: { vi: 'mã thành tích', en: 'the achievements cited' },
  initiatives: { vi: 'mã sáng kiến', en: 'the initiatives cited' },
  leaves: { vi: 'thời gian nghỉ', en: 'leaves' },
};

/** The name of a claim; `undefined` for what is none. */
export const claimName = (name: string): Bilingual | undefined =>
  (claimNames as Readonly<Record<string, Bilingual>>)[name];

const range = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string =>
  `${from === undefined ? '…' : dayText(from)}–${to === undefined ? '…' : dayText(to)}`;

/** How a claim is read aloud. */
const texts: {
  readonly [K in keyof NomineeClaims]-?: (value: NonNullable<NomineeClaims[K]>, language: Language) => string;
} = {
  meritYear: String,
  meritPeriod: range,
  existence: range,
  variant: (variant) => variant,
  achievements: (ids) => ids.join(', '),
  initiatives: (all) => all.map(({ id, share }) => (share === undefined ? id : `${id} (${share})`)).join(', '),
  composition: ({ members, women, holders = {} }, language) =>
    [
      language === 'vi' ? `${members} người` : `${members} people`,
      ...(women === undefined ? [] : [language === 'vi' ? `${women} nữ` : `${women} women`]),
      ...Object.entries(holders).map(([title, count]) => `${count} ${title}`),
    ].join(', '),
  discipline: ({ endedOn }, language) =>
    endedOn === undefined
      ? { vi: 'không có', en: 'none' }[language]
      : `${{ vi: 'hết thời hạn ngày', en: 'its term ended on' }[language]} ${dayText(endedOn)}`,
  leaves: (all) => all.map(({ kind, ...days }) => `${kind} ${range(days)}`).join(', '),
};

/** Some claims as one line: `năm tính thành tích: 2025; kê khai kỷ luật: không có`; a dash where nothing is stated. */
export function claimsText(claims: NomineeClaims, language: Language): string {
  const lines = (Object.keys(claimNames) as (keyof NomineeClaims)[]).flatMap((name) => {
    const say = texts[name] as (value: unknown, language: Language) => string;
    return claims[name] === undefined ? [] : [`${claimNames[name][language]}: ${say(claims[name], language)}`];
  });
  return lines.join('; ') || '–';
}
