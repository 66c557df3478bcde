import { plain } from '../../format/plain.js';

/** What is empty is left out: the API knows no empty words. */
export const filled = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** A code made of a name: `pos-chuyen-vien-tham-dinh`. */
export const codeOf = (prefix: string, name: string): string =>
  `${prefix}${plain(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)}`;
