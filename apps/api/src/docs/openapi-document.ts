import { routeAccess } from '#libs/service/access';
import {
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  createDocument,
} from 'zod-openapi';
import type { DescribedRoute } from '../http/described-routes.js';
import { requestExamples } from './examples/request.examples.js';
import { type Operation, operationsOf } from './operations.js';
import { parameterComponents, parametersOf } from './parameters.js';
import { refusals, responsesOf } from './responses.js';

const description = `Vietnamese first, English second: each summary and each problem is said in both.

- A **command** is a \`POST\` with \`Idempotency-Key\` and, but for the first of a thing, \`If-Match\` with the revision that was seen. It answers \`{id, revision, position, events}\`, the revision as \`ETag\` too.
- A **reader** hands the \`position\` back as \`minPosition\` and sees its own act; after 5 seconds it is answered all the same, with \`behind: true\`.
- A **list** comes in pages: \`limit\` (1 to 200, default 50), \`next\` in the answer, handed back as \`cursor\`.
- A **no** is a problem (RFC 9457): clients branch on \`code\`, people read \`detail\`; where a rule refuses, \`rule\` and \`source\` say which. Nothing was changed.
- Bodies are JSON in UTF-8, at most 1 MB. Text is kept in NFC. Fields and parameters that nobody knows are refused, as are NUL and half surrogate pairs.`;

/** As JSON gives it. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The description of the whole API, made of what its routes say of themselves; the same for the same routes. */
export function openApiDocument(routes: readonly DescribedRoute[]): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operationsOf(routes)) {
    paths[operation.template] = {
      ...paths[operation.template],
      [operation.method.toLowerCase()]: described(operation),
    };
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Vinh Danh',
        version: 'v1',
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: [{ bearer: [] }, { session: [] }],
      paths: sorted(paths),
      components: {
        parameters: parameterComponents,
        responses: Object.fromEntries([...refusals.values()].map((each) => [each.id, each])),
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An access token, for machines.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'vinhdanh_session',
            description: 'The cookie that signing in sets, for browsers.',
          },
        },
      },
    },
    { override },
  );
  const { schemas = {}, responses = {}, ...components } = document.components ?? {};
  return { ...document, components: { schemas: sorted(schemas), responses: sorted(responses), ...components } };
}

/** Leaves out what only repeats a format in another way, or the largest number that JSON carries. */
const override: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema }) => {
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time' || jsonSchema.format === 'uuid')
    delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** As it is committed: the same bytes for the same document. */
export const openApiText = (document: OpenApiDocument): string => `${JSON.stringify(document, null, 2)}\n`;

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, spec, words, template } = operation;
  return {
    operationId: id,
    tags: [tagOf(template)],
    summary: `${words.vi} / ${words.en}`,
    ...(spec.detail ? { description: spec.detail } : {}),
    ...(routeAccess[spec.access] === 'public' ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(spec.query ? { requestParams: { query: spec.query as never } } : {}),
    ...bodyOf(operation),
    responses: responsesOf(operation),
  };
}

function bodyOf({ id, body }: Operation): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (body === undefined) return {};
  if (body === 'file') return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  const example = requestExamples[id];
  const content = { schema: body, ...(example === undefined ? {} : { example }) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
}

const tagOf = (template: string): string => /^\/api\/v1\/([\w-]+)/.exec(template)?.[1] ?? 'system';

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
