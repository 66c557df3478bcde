import type { Bilingual } from '#libs/domain/kernel';

/** What a look at one part of the system found. */
export interface Finding {
  /**
   * `warning`: all works, and somebody has something to do before long; `unknown`: it could not be looked at, because something
   * it needs is wrong already.
   */
  readonly state: 'good' | 'warning' | 'wrong' | 'unknown';
  readonly what: Bilingual;
  /** What to do about it. */
  readonly remedy?: Bilingual;
}

export const good = (vi: string, en: string): Finding => ({ state: 'good', what: { vi, en } });

export const wrong = (what: Bilingual, remedy: Bilingual): Finding => ({ state: 'wrong', what, remedy });

/** Nothing is wrong yet. */
export const warning = (what: Bilingual, remedy: Bilingual): Finding => ({ state: 'warning', what, remedy });

/** A sentence that is the same in both languages: it comes from a library that speaks one. */
export const plain = (text: string): Bilingual => ({ vi: text, en: text });

/** One thing that is looked at. */
export interface Check {
  readonly name: Bilingual;
  look(): Promise<Finding> | Finding;
}

const SIGNS = { good: '✓', warning: '!', wrong: '✗', unknown: '–' } as const;

/** `✓ Máy chủ: PostgreSQL 18.4`, `✗ Thư điện tử: … → …`. */
export function lineOf({ name }: Check, { state, what, remedy }: Finding, language: keyof Bilingual): string {
  const cure = remedy ? ` → ${remedy[language]}` : '';
  return `${SIGNS[state]} ${name[language]}: ${what[language]}${cure}`;
}
