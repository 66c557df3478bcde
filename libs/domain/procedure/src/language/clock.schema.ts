import { bilingual, ruleIds, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import { act, ladderName, levelName, role, stepName, wordName } from './names.schema.js';

/**
 * A fact that starts, meets or ends a clock: an act wherever it is done, an act at one level or with one outcome, or that the
 * dossier comes to a step or leaves it.
 */
const trigger = z.union([
  act,
  z.strictObject({ act, level: levelName.optional(), outcome: wordName.optional() }),
  z.strictObject({ entered: stepName }),
  z.strictObject({ left: stepName }),
]);

/** So much time, counted from the fact on which the clock starts. */
const span = z.strictObject({
  value: z.union([z.int().positive(), z.literal('unknown')]),
  unit: z.enum(['working_day', 'calendar_day', 'half_day', 'year']),
  firstDayCounted: z.boolean(),
  ...sourced,
});

/** A day of the year: `06-30` of the year of the fact on which the clock starts, or of the one after. */
const fixedDay = z.strictObject({
  day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  year: z.enum(['same', 'following']),
  ...sourced,
});

/** A clock (thời hạn): counted from a fact, ended by another, stopped in between. No clock ever moves a dossier. */
export const clock = z.strictObject({
  names: bilingual(),
  limit: z.union([span, fixedDay]),
  /** What we propose while the law's figure is unknown; a deadline set by it says so. */
  designDefault: z.int().positive().optional(),
  /** At the latest by its moment, or not before it: a public notice has to stand for its whole time. */
  binding: z.enum(['latest', 'not_before']).default('latest'),
  /** The rule on which the limit rests: named where something is refused, or waits, because of it. */
  rule: z.enum(ruleIds).exactOptional(),
  startsOn: z.array(trigger).min(1),
  metBy: z.array(trigger).min(1),
  /** One for each body that is asked: it starts with the question, and is met by that body's answer (R41). */
  each: z.literal('opinion').exactOptional(),
  cancelledBy: z.array(trigger).default([]),
  /** Steps during which it stands still; it runs on with what was left. */
  pausedAt: z.array(stepName).default([]),
  /** What a supplement asked for after receipt does to the clock (R7). */
  onSupplement: z.enum(['pause', 'restart', 'run_on']).default('pause'),
  /** Who has to act before it runs out. */
  responsible: role,
  /** The reminder ladder of this clock, `law/ladders/<name>.json`; without it, the procedure's. */
  ladder: ladderName.exactOptional(),
});

export type ClockRule = z.infer<typeof clock>;
export type ClockTrigger = z.infer<typeof trigger>;
