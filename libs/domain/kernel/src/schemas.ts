import { z } from 'zod';
import { personal, type PersonalSubject } from './personal.js';
import { toInstant } from './time.js';

const trimmed = (max: number) => z.string().trim().min(1).max(max).normalize('NFC');

/** A short text that everybody may see: a code, a number of a letter, the name of a unit. */
export const label = (max = 200) => trimmed(max);

/** A free text by a person. It may name people, so it counts as personal data. */
export const freeText = (subject: PersonalSubject = 'dossier', max = 2_000) => personal(trimmed(max), subject);

/** A day in the office's world, `2026-08-21`. */
export const localDate = () => z.iso.date();

/** A moment with an offset; kept in UTC. */
export const instant = () =>
  z
    .string()
    .max(40)
    .transform((text, context) => {
      const value = toInstant(text);
      if (value === undefined) context.addIssue({ code: 'custom', message: 'not a moment with an offset' });
      return value ?? z.NEVER;
    });

/** An id made by this system or by a client. */
export const id = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/** How much is known about a figure of the law. `unknown` is a legal value and is shown as such. */
export const confidence = () =>
  z.enum(['verified', 'verified_in_repealed_text', 'memory', 'uncertain', 'design', 'unknown']);

export type Confidence = z.infer<ReturnType<typeof confidence>>;

/** Where a figure stands, and how sure that is. */
export const sourced = { source: z.string().min(1), confidence: confidence() };

/** A name in both languages. */
export const bilingual = () => z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** A name in both languages, as it is printed: of a unit, a position, a cluster. */
export const names = () => z.strictObject({ vi: label(), en: label() });

/** A positive fraction in integers: no float ever decides about a threshold or a prize. */
export const fraction = { numerator: z.int().positive(), denominator: z.int().positive() };
