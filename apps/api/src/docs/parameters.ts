import { routeAccess } from '#libs/service/access';
import type { ZodOpenApiOperationObject, ZodOpenApiParameterObject } from 'zod-openapi';
import type { Operation } from './operations.js';

const uuid = { type: 'string', format: 'uuid' } as const;

/** The headers that mean something to the API, by the name under which the document keeps them. */
export const headerParameters = {
  AcceptLanguage: {
    name: 'Accept-Language',
    description: 'In which language a problem’s `detail` speaks: English for who prefers it, else Vietnamese.',
    schema: { type: 'string' },
    example: 'vi, en;q=0.5',
  },
  CorrelationId: {
    name: 'X-Correlation-Id',
    description:
      'Joins the request with events, jobs and logs. Without it, or when it is no UUID, the server makes one.',
    schema: { type: 'string' },
    example: '0b8f4f9e-9a0d-4c55-8d0e-1f0c6f9c2a11',
  },
  Position: {
    name: 'Position',
    description: 'The id of the position in which somebody who has more than one acts.',
    schema: { type: 'string', maxLength: 80 },
    example: 'pos-chuyen-vien-1',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    required: true,
    description: 'One per intention, made by the client. Sent again it gets the first answer; with other content 422.',
    schema: uuid,
    example: '6f1c1a52-54b6-4c3e-9f0a-0a9bb7f0c1d2',
  },
  IfMatch: {
    name: 'If-Match',
    required: true,
    description: 'The revision that was seen, in quotes, as `ETag` gave it. A stale one answers 412, none 428.',
    schema: { type: 'string', pattern: '^"[0-9]{1,9}"$' },
    example: '"7"',
  },
  EffectiveAt: {
    name: 'Effective-At',
    description: 'When the act took place: a moment with an offset. Without it, now.',
    schema: { type: 'string', maxLength: 40 },
    example: '2026-08-24T09:00:00+07:00',
  },
  BackdatingReason: {
    name: 'Backdating-Reason',
    description: 'Why it is recorded later than it took place; percent-encoded UTF-8, at most 500 characters.',
    schema: { type: 'string' },
    example: 'Ghi%20s%E1%BB%95%20mu%E1%BB%99n',
  },
} as const satisfies Readonly<Record<string, object>>;

type HeaderName = keyof typeof headerParameters;

/** As components of the document. */
export const parameterComponents: Readonly<Record<string, ZodOpenApiParameterObject>> = Object.fromEntries(
  Object.entries(headerParameters).map(([key, header]) => [key, { in: 'header', ...header }]),
);

/** What stands in the path and around the body of an operation. */
export function parametersOf({ spec, parameters }: Operation): NonNullable<ZodOpenApiOperationObject['parameters']> {
  const command: readonly HeaderName[] = spec.command
    ? ['IdempotencyKey', ...(spec.command === 'next' ? (['IfMatch'] as const) : []), 'EffectiveAt', 'BackdatingReason']
    : [];
  const everywhere: readonly HeaderName[] =
    routeAccess[spec.access] === 'public'
      ? ['AcceptLanguage', 'CorrelationId']
      : ['Position', 'AcceptLanguage', 'CorrelationId'];
  return [
    ...parameters.map((name) => ({
      in: 'path' as const,
      name,
      required: true,
      schema: { type: 'string' as const, minLength: 1, maxLength: 100 },
    })),
    ...[...command, ...everywhere].map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
}
