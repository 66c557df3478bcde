import { z } from 'zod';

export interface ConfigFault {
  readonly variable: string;
  /** What is wrong, without the value: it may be a secret. */
  readonly message: string;
}

/** An address that may hold a password. */
export const secretUrl = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => protocols.some((protocol) => text.startsWith(`${protocol}://`)) && URL.canParse(text), {
      message: `must be an address beginning with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    })
    .optional();

/** A whole number between two bounds. */
export const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(otherwise);

/** What stands between commas, trimmed, without empty places. */
export const commaList = () =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .default([]);
