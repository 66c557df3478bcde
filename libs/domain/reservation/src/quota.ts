import { type Fact, type Language, type Recorded, id } from '#libs/domain/kernel';
import { z } from 'zod';

/** Dùng chỉ tiêu trong năm: a decision takes places of the year for its recipients (R23), one more for each award it restores (R55). */
const quotaPlacesTaken = z.strictObject({ decisionId: id(), places: z.int().positive().max(2_000) });

/** The facts of `quota-<body>-<award>-<year>`, the year of the decision's date. */
export const quotaEvents = { QuotaPlacesTaken: { schemaVersion: 1, schema: quotaPlacesTaken } } as const;

export type QuotaFact = Fact<'QuotaPlacesTaken', z.infer<typeof quotaPlacesTaken>>;
export type RecordedQuotaFact = Recorded<QuotaFact>;

/** How many places each decision has taken, those that it freed by a cancellation among them. */
export type QuotaPlaces = ReadonlyMap<string, number>;

export const evolveQuota = (before: QuotaPlaces, { data }: QuotaFact): QuotaPlaces =>
  new Map(before).set(data.decisionId, data.places);

/** The stream of a body's places for an award in a year. An award has no hyphen in it, so no two share a name. */
export const quotaStream = (bodyId: string, award: string, year: number): string => `quota-${bodyId}-${award}-${year}`;

export const quotaEventWords = {
  QuotaPlacesTaken: {
    term: 'Dùng chỉ tiêu trong năm',
    meaning:
      'A decision takes places of the year for its recipients (R23). What it gives up or cancels is free again; what it restores (R55) takes one more.',
  },
} as const;

const sentences: Readonly<Record<Language, (fact: RecordedQuotaFact) => string>> = {
  vi: ({ data }) => `Quyết định ${data.decisionId} dùng ${data.places} chỉ tiêu của năm`,
  en: ({ data }) =>
    `Decision ${data.decisionId} took ${data.places} ${data.places === 1 ? 'place' : 'places'} of the year`,
};

/** One fact as a line for people. */
export const quotaSentence = (fact: RecordedQuotaFact, language: Language): string => sentences[language](fact);
