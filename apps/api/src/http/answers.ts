import type { AsOf } from './reading.js';
import type { CommandAnswer } from '#libs/service/commands';
import { z } from 'zod';

/** What JSON leaves of a type: absent instead of `undefined`, and nothing to change. */
type Json<T> = unknown extends T
  ? unknown
  : T extends string | number | boolean | null
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Json<Item>[]
      : { readonly [Key in keyof T]: Json<Exclude<T[Key], undefined>> };

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/**
 * The schema of an answer, which says what the type of the answer says and nothing else: where the two drift apart, also by
 * one field that may be absent, the code does not compile.
 */
export const answerOf =
  <T>() =>
  <S extends z.ZodType>(
    schema: S & (Same<Json<T>, Json<z.output<S>>> extends true ? unknown : 'not what the type says'),
  ): S =>
    schema;

/** A moment, in UTC with milliseconds. */
export const moment = () => z.iso.datetime({ precision: 3 });

/** A day in the office's world (Asia/Ho_Chi_Minh). */
export const day = () => z.iso.date();

/** Counted from 0, or from what `min` says. */
export const count = () => z.int().nonnegative();

const position = () => z.string().meta({ description: 'A place in the log. Opaque: hand it back as `minPosition`.' });

/** How far the answer's read model had come. */
export const asOf = {
  position: position(),
  behind: z.boolean().meta({ description: 'Whether that is still before the `minPosition` that was asked for.' }),
};

answerOf<AsOf>()(z.strictObject(asOf));

/** One page of a list; `more` is what it says besides, usually `asOf`. */
export const pageAnswer = <Item extends z.ZodType, More extends z.ZodRawShape>(item: Item, more: More) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Hand it back as `cursor`; null on the last page.' }),
    ...more,
  });

/** What every obeyed command answers. */
export const commandAnswer = answerOf<CommandAnswer>()(
  z
    .strictObject({
      id: z.string(),
      revision: count().meta({ description: 'The revision after it: what the next `If-Match` names.' }),
      position: position(),
      events: z.array(z.string()).meta({ description: 'The types of the facts it made.' }),
    })
    .meta({ id: 'CommandAnswer', description: 'An obeyed command; sent again, it gets the same answer.' }),
);
