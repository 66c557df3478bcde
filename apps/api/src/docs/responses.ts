import type { ErrorCode } from '#libs/domain/kernel';
import { routeAccess } from '#libs/service/access';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { faultAnswer, problemAnswer, refusalStatuses, statusOfCode } from '../http/problem.answers.js';
import type { RouteSpec } from '../http/route.js';
import { answerExamples } from './examples/answer.examples.js';
import type { Operation } from './operations.js';

const seconds = {
  schema: { type: 'string', pattern: '^[0-9]+$' },
  description: 'Seconds after which to come again.',
} as const;
const etag = {
  schema: { type: 'string', pattern: '^"[0-9]+"$' },
  description: 'The revision, for `If-Match`.',
} as const;
const location = { schema: { type: 'string' }, description: 'Where what was begun is to be found.' } as const;

const meanings: Readonly<Record<number, string>> = {
  400: 'What was sent cannot be read.',
  401: 'Nobody is signed in.',
  403: 'The position does not allow it.',
  404: 'There is no such thing, or it is not for this position to know of.',
  405: 'The address does not take this method; `Allow` says which.',
  409: 'Not possible in the present state.',
  410: 'It was there, and is for nobody to read any more.',
  412: 'It has changed since the revision in `If-Match`.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not taken.',
  422: 'A rule refuses it; or the Idempotency-Key was used for something else.',
  428: '`If-Match` is missing.',
  429: 'Too many requests.',
  503: 'Something on which it rests is away. Nothing was changed; send it again with the same key.',
};

const text = { schema: { type: 'string' }, required: true } as const;

const headersOf: Readonly<Record<number, NonNullable<ZodOpenApiResponseObject['headers']>>> = {
  401: { 'WWW-Authenticate': text },
  405: { Allow: text },
  429: { 'Retry-After': { ...seconds, required: true } },
  503: { 'Retry-After': { ...seconds, required: true } },
};

/** One answer for each status with which anything is refused or fails, as components of the document. */
export const refusals: ReadonlyMap<number, ZodOpenApiResponseObject> = new Map([
  ...refusalStatuses.map((status): [number, ZodOpenApiResponseObject] => [
    status,
    {
      id: `Refused${status}`,
      description: meanings[status] ?? `Status ${status}.`,
      ...(headersOf[status] ? { headers: headersOf[status] } : {}),
      content: { 'application/problem+json': { schema: problemAnswer(status) } },
    },
  ]),
  [
    500,
    {
      id: 'Refused500',
      description: 'A bug. `instance` is where the log has the rest.',
      content: { 'application/problem+json': { schema: faultAnswer } },
    },
  ],
]);

/** With which statuses a route may refuse. */
export function refusedWith({
  spec,
  parameters,
  method,
}: Pick<Operation, 'spec' | 'parameters' | 'method'>): readonly number[] {
  const isPublic = routeAccess[spec.access] === 'public';
  const changes = method !== 'GET';
  const expected = [
    400,
    // 409 for a `Position` that is not in force.
    ...(isPublic ? [] : [401, 403, 409]),
    ...(parameters.length > 0 ? [404] : []),
    ...(changes ? [409, 413, 415, 422] : []),
    ...(spec.command === 'next' ? [412, 428] : []),
    429,
    500,
    503,
    ...(spec.refuses ?? []).map((code: ErrorCode) => statusOfCode(code)),
  ];
  return [...new Set(expected)].filter((status) => refusals.has(status) && !spec.others?.[status]).toSorted();
}

export function responsesOf(operation: Operation): ZodOpenApiResponsesObject {
  const { spec } = operation;
  return Object.fromEntries([
    [String(spec.status ?? 200), answerOf(operation)],
    ...Object.entries(spec.others ?? {}).map(([status, schema]) => [
      status,
      {
        description: meanings[Number(status)] ?? spec.summary.en,
        content: { [pageOf(spec) ?? 'application/json']: { schema } },
      },
    ]),
    ...refusedWith(operation).map((status) => [String(status), { $ref: `#/components/responses/Refused${status}` }]),
  ]) as ZodOpenApiResponsesObject;
}

/** The media type of a route for people, whose other answers are pages as well. */
const pageOf = ({ answer, media }: RouteSpec): string | undefined => (answer === 'text' ? media : undefined);

function answerOf({ id, spec }: Operation): ZodOpenApiResponseObject {
  const begins = spec.command === 'first' && spec.status === 201;
  const headers = {
    // One command for many things has no revision of its own.
    ...(begins || spec.command === 'next' ? { ETag: { ...etag, required: true } } : {}),
    ...(begins ? { Location: { ...location, required: true } } : {}),
    ...(spec.etag ? { ETag: etag } : {}),
  };
  const content = contentOf(spec, answerExamples[id] ?? (spec.command ? answerExamples['command'] : undefined));
  return {
    description: `${spec.summary.vi} / ${spec.summary.en}`,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(content ? { content } : {}),
  };
}

function contentOf({ answer, media }: RouteSpec, example: unknown): ZodOpenApiResponseObject['content'] {
  if (answer === 'none') return undefined;
  if (answer === 'file') return { [media ?? 'application/octet-stream']: {} };
  if (answer === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (answer === 'text') return { [media ?? 'text/plain']: { schema: { type: 'string' } } };
  return {
    'application/json': { schema: answer, ...(example === undefined ? {} : { example }) },
    // The same as a table, for who asks for it.
    ...(media ? { [media]: { schema: { type: 'string' } } } : {}),
  };
}
