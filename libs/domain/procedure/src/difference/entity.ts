import { legalSourceText } from '#libs/domain/citation';
import type { Bilingual, Language } from '#libs/domain/kernel';

/** Under which head a difference is told, in the order in which heads come. */
export const differenceSections = [
  'procedure',
  'levels',
  'steps',
  'ways',
  'actors',
  'four_eyes',
  'limits',
  'votes',
  'documents',
  'criteria',
  'prize',
  'decision',
  'side_acts',
  'keeping',
  'sources',
] as const;

export type DifferenceSection = (typeof differenceSections)[number];

/** One thing that is said of a part of a procedure. */
export interface Field {
  /** Its place within the part, as the file writes it. */
  readonly path: string;
  readonly section: DifferenceSection;
  readonly label: Bilingual;
  /** What is compared; `undefined` where nothing is said. */
  readonly value: unknown;
  readonly text: (language: Language) => string;
}

/** A part of a procedure that has a name of its own: a step, a way, a clock, a paper. */
export interface Entity {
  /** Where it stands in the file; the same in both versions. */
  readonly path: string;
  readonly section: DifferenceSection;
  /** As sentences call it; empty for the procedure as a whole. */
  readonly names: Bilingual;
  /** The part to which it belongs: what becomes of that is not said of it again. */
  readonly within?: string;
  /** What is said where it is new or gone, besides its name. */
  readonly summary?: Bilingual;
  readonly fields: readonly Field[];
}

export const inBoth = (say: (language: Language) => string): Bilingual => ({ vi: say('vi'), en: say('en') });

/** What something is called; a name that nobody has words for is answered as it is. */
export const called = (names: Readonly<Record<string, Bilingual>>, name: string, language: Language): string =>
  names[name]?.[language] ?? name;

/** A field whose value says itself. */
export const plain = (path: string, section: DifferenceSection, label: Bilingual, value: unknown): Field => ({
  path,
  section,
  label,
  value,
  text: (language) => valueText(value, language),
});

/** A field that is told in words. */
export const told = (
  path: string,
  section: DifferenceSection,
  label: Bilingual,
  value: unknown,
  text: (language: Language) => string,
): Field => ({ path, section, label, value, text });

const unsaid: Bilingual = { vi: 'không nêu', en: 'not stated' };

export function valueText(value: unknown, language: Language): string {
  if (value === undefined || value === null) return unsaid[language];
  if (typeof value === 'boolean') return (value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' })[language];
  if (value === 'unknown') return { vi: 'chưa rõ', en: 'unknown' }[language];
  if (Array.isArray(value))
    return value.length === 0 ? unsaid[language] : value.map((each) => valueText(each, language)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where a figure stands and how sure that is: told apart from the figure, under its own head. */
export const sourceFields = (
  path: string,
  of: { readonly source: string; readonly confidence: string } | null | undefined,
): Field[] => [sourceField(`${path}source`, of?.source), confidenceField(`${path}confidence`, of?.confidence)];

/** The same fields, said of one of several things within a part. */
export const about = (vi: string, en: string, fields: readonly Field[]): Field[] =>
  fields.map((field) => ({ ...field, label: { vi: `${field.label.vi} về ${vi}`, en: `${field.label.en} of ${en}` } }));

const sourceField = (path: string, source: unknown): Field =>
  told(path, 'sources', { vi: 'căn cứ', en: 'source' }, source, (language) =>
    typeof source === 'string' ? legalSourceText(source, language) : unsaid[language],
  );

const confidenceField = (path: string, confidence: unknown): Field =>
  told(path, 'sources', { vi: 'độ tin cậy', en: 'confidence' }, confidence, (language) =>
    typeof confidence === 'string' ? called(confidenceNames, confidence, language) : unsaid[language],
  );

const confidenceNames: Readonly<Record<string, Bilingual>> = {
  verified: { vi: 'đã đối chiếu', en: 'verified' },
  verified_in_repealed_text: { vi: 'đối chiếu với văn bản đã hết hiệu lực', en: 'verified in a repealed text' },
  memory: { vi: 'theo trí nhớ', en: 'from memory' },
  uncertain: { vi: 'chưa chắc chắn', en: 'uncertain' },
  design: { vi: 'mức đề xuất', en: 'our own figure' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
};

/** Every leaf of a value that nobody has words of its own for, each by its place. */
export function leaves(
  path: string,
  section: DifferenceSection,
  value: unknown,
  labels: Readonly<Record<string, Bilingual>> = {},
): Field[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const key = path.split('.').at(-1) ?? path;
    if (key === 'source') return [sourceField(path, value)];
    if (key === 'confidence') return [confidenceField(path, value)];
    return [plain(path, section, labels[key] ?? { vi: path, en: path }, value)];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(path === '' ? key : `${path}.${key}`, section, each, labels),
  );
}
