import type { NomineeClaims } from '#libs/domain/eligibility';
import { code, count, day, grade, ids, idsIn, year } from './cell-forms.js';
import type { Column } from './column-table.js';
import { holderColumns, holdersIn } from './holder-columns.js';

const maybe = { needed: 'never', mayBeAbsent: true } as const;

/**
 * What a list may say besides of a nominee: by what he is recognised, and what the unit states for the criteria. A list may do
 * without each of them; what it does not say is unknown, and the unknown fails nobody.
 */
export const claimColumns = {
  code: { headings: ['mã định danh', 'code'], form: code, textOnly: true, ...maybe },
  grade: { headings: ['hạng', 'grade'], form: grade, ...maybe },
  birthDate: { headings: ['ngày sinh', 'birth date'], form: day, individualsOnly: true, ...maybe },
  meritYear: { headings: ['năm thành tích', 'merit year'], form: year, ...maybe },
  meritFrom: { headings: ['thành tích từ ngày', 'merit from'], form: day, ...maybe },
  meritTo: { headings: ['thành tích đến ngày', 'merit to'], form: day, ...maybe },
  initiatives: { headings: ['mã sáng kiến', 'initiatives'], form: ids, ...maybe },
  achievements: { headings: ['mã thành tích', 'achievements'], form: ids, ...maybe },
  variant: { headings: ['loại kỷ niệm chương', 'kind of medal'], ...maybe },
  discipline: {
    headings: ['kỷ luật', 'discipline'],
    form: { read: (cell) => (/^(không|none)$/i.test(cell) ? 'none' : day.read(cell)), written: 'không; 30/06/2024' },
    ...maybe,
  },
  members: { headings: ['số thành viên', 'members'], form: count, collectivesOnly: true, ...maybe },
  women: { headings: ['số nữ', 'women'], form: count, collectivesOnly: true, ...maybe },
  ...holderColumns,
  foundedOn: { headings: ['ngày thành lập', 'founded on'], form: day, collectivesOnly: true, ...maybe },
  dissolvedOn: { headings: ['ngày giải thể', 'dissolved on'], form: day, collectivesOnly: true, ...maybe },
} as const satisfies Readonly<Record<string, Column>>;

export type ClaimColumn = keyof typeof claimColumns;

/** The claims of a row, as `add-nominees` takes them; `undefined` where it states none. */
export function claimsIn(cells: Partial<Record<ClaimColumn, string>>): NomineeClaims | undefined {
  const { meritYear, meritFrom, meritTo, initiatives, achievements, variant, discipline } = cells;
  const { members, women, foundedOn, dissolvedOn } = cells;
  const existence = present({ from: foundedOn, to: dissolvedOn });
  const composition =
    members === undefined
      ? undefined
      : present({
          members: Number(members),
          women: women === undefined ? undefined : Number(women),
          holders: holdersIn(cells),
        });
  const claims = present({
    meritYear: meritYear === undefined ? undefined : Number(meritYear),
    meritPeriod: meritFrom !== undefined && meritTo !== undefined ? { from: meritFrom, to: meritTo } : undefined,
    variant,
    composition,
    achievements: achievements === undefined ? undefined : idsIn(achievements),
    initiatives: initiatives === undefined ? undefined : idsIn(initiatives).map((id) => ({ id })),
    existence,
    discipline:
      discipline === undefined
        ? undefined
        : discipline === 'none'
          ? { none: true }
          : { none: false, endedOn: discipline },
  });
  return claims as NomineeClaims | undefined;
}

/** Without what is not there; nothing at all where nothing is. */
function present<T extends object>(all: T): { [K in keyof T]?: NonNullable<T[K]> } | undefined {
  const entries = Object.entries(all).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> });
}
