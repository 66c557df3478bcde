import { type DueExplanation, explanationSentences } from '#libs/domain/calendar';
import { type DeadlineExplanation, deadlineExplanationSentences } from '#libs/domain/dossier';
import { bilingual, confidence, type Language, languages } from '#libs/domain/kernel';
import { z } from 'zod';
import { answerOf, count, day, moment } from '../http/answers.js';

const calendarConfidence = () => confidence().exclude(['unknown']);

const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

const dayNature = z
  .strictObject({
    kind: z.enum(['holiday', 'in_lieu', 'swap', 'decision', 'weekend', 'plain']),
    names: bilingual().optional(),
    source: z.string().optional(),
    confidence: calendarConfidence().optional(),
    effect: z.enum(['worked', 'off', 'am_off', 'pm_off']).optional(),
  })
  .meta({ id: 'DayNature', description: 'What a day is in the calendar, and by which document.' });

const step = z.strictObject({
  date: day(),
  weekday,
  part: z.enum(['am', 'pm']).optional().meta({ description: 'For limits in half-days.' }),
  outcome: z.enum(['counted', 'first', 'first_over', 'off', 'paused', 'moved_to']),
  number: count().optional().meta({ description: '1 for the first that is counted.' }),
  day: dayNature,
});

const limit = z.strictObject({
  value: z.int().positive(),
  unit: z.enum(['working_day', 'calendar_day', 'half_day']),
  firstDayCounted: z.boolean(),
});

const awaitedDays = z.strictObject({
  from: day(),
  to: day(),
  names: bilingual(),
  source: z.string(),
  confidence: calendarConfidence(),
});

const lines = z
  .strictObject({ vi: z.array(z.string()), en: z.array(z.string()) })
  .meta({ description: 'The same in words, line by line.' });

const dueExplanation = answerOf<DueExplanation>()(
  z
    .strictObject({
      calendar: z.strictObject({ id: z.string(), version: z.string(), names: bilingual() }),
      startedAt: moment(),
      limit,
      dueAt: moment().optional(),
      missingYear: z.int().optional().meta({
        description: 'The first year on the way that the calendar cannot answer for: then there is no `dueAt`.',
      }),
      awaiting: awaitedDays.optional().meta({
        description: 'The days of that year that are awaited, where not the whole year is.',
      }),
      counted: count(),
      steps: z.array(step),
      pauses: z.array(z.strictObject({ from: moment(), to: moment(), units: count() })),
      doubtful: z.array(
        z.strictObject({ off: day(), worked: day(), source: z.string(), confidence: calendarConfidence() }),
      ),
    })
    .meta({ id: 'DueExplanation', description: 'The whole arithmetic of a time limit, day by day.' }),
);

type InWords = Readonly<Record<Language, readonly string[]>>;

const inWords = (say: (language: Language) => readonly string[]): InWords =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, readonly string[]>;

/** A limit that was counted, with its arithmetic in words. */
export interface ComputedLimit extends DueExplanation {
  readonly sentences: InWords;
}

export const computedLimit = answerOf<ComputedLimit>()(
  dueExplanation.extend({ sentences: lines }).meta({ id: 'ComputedLimit', description: 'A limit that was counted.' }),
);

export const withSentences = (explanation: DueExplanation): ComputedLimit => ({
  ...explanation,
  sentences: inWords((language) => explanationSentences(explanation, language)),
});

/** A clock of a dossier, explained in data and in words. */
export interface ToldDeadline extends DeadlineExplanation {
  readonly sentences: InWords;
}

export const toldDeadline = answerOf<ToldDeadline>()(
  z
    .strictObject({
      deadlineId: z.string(),
      clock: z.string(),
      state: z.enum(['running', 'paused', 'met', 'missed', 'cancelled', 'awaited']),
      dueAt: moment().optional(),
      pausedSince: moment().optional(),
      arithmetic: dueExplanation
        .optional()
        .meta({ description: 'Absent for a day that an officer set: nothing was counted.' }),
      extensions: z
        .array(
          z.strictObject({ units: count(), letter: z.strictObject({ number: z.string(), date: day() }), at: moment() }),
        )
        .optional()
        .meta({ description: 'More time that was given; the limit includes it.' }),
      source: z.string(),
      confidence: confidence(),
      sentences: lines,
    })
    .meta({ id: 'DeadlineExplanation', description: 'Why a deadline is what it is.' }),
);

export const tellDeadline = (explanation: DeadlineExplanation): ToldDeadline => ({
  ...explanation,
  sentences: inWords((language) => deadlineExplanationSentences(explanation, language)),
});
