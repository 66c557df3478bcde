import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { z } from 'zod';
import { faultsOf } from './calendar-faults.js';
import { WEEKDAYS, type WorkingCalendar } from './working-calendar.js';

const localDate = z.iso.date();
const officeHour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not an hour like 17:00');
const text = z.string().trim().min(1);
const confidence = z.enum(['verified', 'verified_in_repealed_text', 'memory', 'uncertain', 'design']);

const calendarYear = z.strictObject({
  year: z.int().min(1975).max(9999),
  complete: z.boolean(),
  awaiting: z
    .array(
      z.strictObject({
        from: localDate,
        to: localDate,
        names: z.strictObject({ vi: text, en: text }),
        source: text,
        confidence,
      }),
    )
    .min(1)
    .exactOptional(),
  off: z.array(localDate),
  worked: z.array(localDate),
  halfDaysOff: z.array(z.strictObject({ date: localDate, part: z.enum(['am', 'pm']) })),
  doubtful: z.array(z.strictObject({ off: localDate, worked: localDate, source: text, confidence })).default([]),
  reasons: z
    .array(
      z.strictObject({
        dates: z.array(localDate).min(1),
        kind: z.enum(['holiday', 'in_lieu', 'swap', 'decision']),
        names: z.strictObject({ vi: text, en: text }).exactOptional(),
        source: text.exactOptional(),
        confidence: confidence.exactOptional(),
      }),
    )
    .default([]),
  source: text,
  confidence,
});

const workingCalendar = z.strictObject({
  $schema: z.string().exactOptional(),
  id: text,
  version: text,
  names: z.strictObject({ vi: text, en: text }),
  weekend: z.array(z.enum(WEEKDAYS)).max(6),
  week: z.strictObject({ source: text, confidence }),
  days: z.array(calendarYear).min(1),
  workingDay: z.strictObject({ ends: officeHour, halvesPartAt: officeHour, source: text, confidence }),
});

/**
 * Reads a calendar from data. Refuses `CALENDAR_MALFORMED` with every fault found, each with its place: a wrong day
 * let in here would silently move every deadline of that year.
 */
export function parseCalendar(json: unknown): Decision<WorkingCalendar> {
  const parsed = workingCalendar.safeParse(json);
  if (!parsed.success) {
    return malformed(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { $schema: _, ...calendar } = parsed.data;
  const faults = faultsOf(calendar);
  return faults.length > 0 ? malformed(faults) : ok(calendar);
}

const malformed = (issues: readonly string[]) => refuse('CALENDAR_MALFORMED', { rule: 'R49', params: { issues } });
