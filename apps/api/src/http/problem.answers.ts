import { bilingual, type ErrorCode, type ErrorKind, errorCatalogue } from '#libs/domain/kernel';
import { z } from 'zod';
import { answerOf } from './answers.js';
import { type Fault, type Problem, statusOf } from './problem.js';

const instance = () =>
  z
    .string()
    .regex(/^urn:uuid:[0-9a-f-]{36}$/)
    .meta({ description: 'The correlation id, as in the logs.' });

/** The version of the procedure that says no. */
export const procedureNamed = () =>
  z
    .strictObject({ code: z.string(), version: z.string(), names: bilingual() })
    .optional()
    .meta({ description: 'The version of the procedure that says no, where one does; `source` then tells its texts.' });

const problem = z.strictObject({
  type: z
    .string()
    .regex(/^\/problems\/[a-z0-9-]+$/)
    .meta({ description: 'Where the code is explained, as a reference to this server.' }),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: 'What clients branch on.' }),
  detail: z.string().meta({ description: 'For people; Vietnamese unless `Accept-Language` prefers English.' }),
  details: z.strictObject({ vi: z.string(), en: z.string() }),
  rule: z.string().optional().meta({ description: 'The rule that refuses, R1 to R62.' }),
  source: z.string().optional().meta({ description: 'Where the rule stands.' }),
  procedure: procedureNamed(),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .optional()
    .meta({ description: 'The words of the sentences: ids, counts, dates and codes, nothing personal.' }),
  instance: instance(),
});

answerOf<Problem>()(problem);

/** The codes that have a status, in their order. */
export const codesOf = (status: number): readonly ErrorCode[] =>
  (Object.keys(errorCatalogue) as ErrorCode[]).filter((code) => statusOf[errorCatalogue[code].kind] === status).sort();

/** Every status with which something is refused. */
export const refusalStatuses: readonly number[] = [...new Set(Object.values<number>(statusOf))].sort();

export const statusOfCode = (code: ErrorCode): number => statusOf[errorCatalogue[code].kind as ErrorKind];

/** A no with a status: one of the codes that have it. */
export const problemAnswer = (status: number) => {
  const codes = codesOf(status) as [ErrorCode, ...ErrorCode[]];
  return problem
    .extend({ title: z.enum(codes), status: z.literal(status), code: z.enum(codes) })
    .meta({ id: `Problem${status}` });
};

/** A bug on our side. */
export const faultAnswer = answerOf<Fault>()(
  z
    .strictObject({
      type: z.literal('about:blank'),
      title: z.literal('Internal Server Error'),
      status: z.literal(500),
      instance: instance(),
    })
    .meta({ id: 'Fault' }),
);
