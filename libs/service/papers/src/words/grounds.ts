import { localDate, type LocalDate, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import document from './grounds.json' with { type: 'json' };

const groundsSchema = z.strictObject({
  grounds: z.array(
    z.strictObject({ text: z.string().min(1), from: localDate(), until: localDate().nullable(), ...sourced }),
  ),
});

/** Căn cứ pháp lý: texts that papers of the field name, each with the days on which it is in force; half-open. */
export const { grounds } = groundsSchema.parse(document);

/** The texts in force on a day, in the order in which papers name them. */
export const groundsOn = (day: LocalDate): readonly string[] =>
  grounds.filter(({ from, until }) => from <= day && (until === null || day < until)).map(({ text }) => text);
