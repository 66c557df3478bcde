/** A column of a list. */
export interface Column {
  /** Headings, the Vietnamese one first and the English one next; compared without regard to case and spaces. */
  readonly headings: readonly [string, string, ...string[]];
  /** What the cells may say, as meaning → words, the Vietnamese one first; free text without. */
  readonly values?: Readonly<Record<string, readonly [string, string]>>;
  /** For cells with a form of their own: what it means, `undefined` where it is none of that form; with how to write it. */
  readonly form?: { readonly read: (cell: string) => string | undefined; readonly written: string };
  /** A code, which a sheet must keep as text: a number has lost its zeros in front. */
  readonly textOnly?: true;
  readonly needed: 'always' | 'individuals' | 'never';
  /** Whether only individuals have it. */
  readonly individualsOnly?: true;
  /** Whether only collectives do. */
  readonly collectivesOnly?: true;
  /** Whether a list may do without the column. */
  readonly mayBeAbsent?: true;
}

/** Brings a text to the one form in which texts are kept and compared: NFC, single spaces, none at the ends. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\S\t\r\n\v\f]+/gu, ' ')
    .trim();

export const folded = (text: string) => tidy(text).toLowerCase();

/** The columns of one sort of list. One of them is `kind`: whether the row is about an individual. */
export class ColumnTable<Name extends string> {
  readonly names: readonly Name[];
  readonly #byHeading: ReadonlyMap<string, Name>;

  constructor(readonly columns: Readonly<Record<Name, Column>>) {
    // The keys are the names, which the type of the keys of an object cannot say.
    this.names = Object.keys(columns) as unknown as readonly Name[];
    this.#byHeading = new Map(this.names.flatMap((name) => columns[name].headings.map((heading) => [heading, name])));
  }

  /** The heading to write, in both languages: `giới tính (sex)`. */
  headingOf(name: Name): string {
    const [vietnamese, english] = this.columns[name].headings;
    return `${vietnamese} (${english})`;
  }

  /** What may be written: `trực tiếp (direct worker)`. */
  allowed(name: Name): string[] {
    const { values, form } = this.columns[name];
    if (form) return [form.written];
    return Object.values(values ?? {}).map(([vietnamese, english]) => `${vietnamese} (${english})`);
  }

  /** Which column a heading names, in Vietnamese or English. */
  columnOf(heading: string): Name | undefined {
    return this.#byHeading.get(folded(heading));
  }

  /** What a cell means; `undefined` where the column takes no such thing. */
  valueIn(name: Name, cell: string): string | undefined {
    const { values, form } = this.columns[name];
    if (form) return form.read(cell);
    if (!values) return cell;
    const word = folded(cell).replaceAll('_', ' ');
    return Object.entries(values).find(([, words]) => words.includes(word))?.[0];
  }
}
