import { type Decision, label, localDate, ok } from '#libs/domain/kernel';
import { type Page, plainText, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';
import { pageOf, wholeNumber } from '../http/reading.js';

/** What lists of the organization take: a day, words, and which page. They are read from the log and never behind. */
export const listQuery = {
  asInForce: localDate().optional(),
  q: label().optional(),
  limit: wholeNumber().optional(),
  cursor: z.string().max(500).optional(),
};

/** One page of what is in memory, in the order of ids. */
export function pageInMemory<Item extends { readonly id: string }>(
  items: readonly Item[],
  asked: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): Decision<Page<Item>> {
  const start = readPageRequest(pageOf(asked), z.tuple([z.string().max(200)]));
  if (!start.ok) return start;
  const { after, limit } = start.value;
  const rest = items
    .filter(({ id }) => after === undefined || id > after[0])
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return ok(toPage(rest.slice(0, limit + 1), limit, ({ id }) => [id]));
}

/** Whether a name holds some words, whatever their accents. */
export const isNamed = ({ vi, en }: { readonly vi: string; readonly en: string }, words: string | undefined): boolean =>
  words === undefined || [vi, en].some((name) => plainText(name).includes(plainText(words)));

/** A field that is there only when it has a value. */
export const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });

/** A page whose items may be handed on. */
export const copied = <Item>({ items, next }: Page<Item>) => ({ items: [...items], next });
