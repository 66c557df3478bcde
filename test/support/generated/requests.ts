import fc from 'fast-check';
import { type DocumentedOperation, documentedOperations } from '../api-document.js';
import { hostileBody, largeBody, mutated } from './mutations.js';
import { type JsonSchema, valueOf } from './schema-arbitrary.js';
import { type Known, hostileText, hostileValue } from './words.js';

/** A request to be sent as it is; `{current}` in `If-Match` stands for what was last seen of the thing. */
export interface Generated {
  readonly kind: 'valid' | 'mutated' | 'hostile' | 'large';
  readonly operation: string;
  /** An account, or nobody. */
  readonly who: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

type Parts = { -readonly [Key in keyof Generated]: Generated[Key] };

/** As much of a valid path as the office knows: ids of things that are there. */
const known = (name: string, template: string, things: Known): readonly string[] | undefined => {
  const thing = /\/api\/v1\/(\w+)\//.exec(template)?.[1];
  return things[name === 'id' && thing ? `${thing}.id` : name];
};

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));
  }
};

/** Whose business an operation mostly is, so that enough requests come through. */
function likely(template: string): readonly string[] {
  if (/\/(units|clusters)\b/.test(template)) return ['acc-van-hanh'];
  if (/\/decisions\b/.test(template)) return ['acc-van-thu'];
  return ['acc-don-vi', 'acc-tham-dinh', 'acc-thu-ky', 'acc-lanh-dao'];
}

/** A request that the document allows, by whom it will. */
function valid(
  operation: DocumentedOperation,
  things: Known,
  people: readonly (string | undefined)[],
): fc.Arbitrary<Parts> {
  const at = (place: string) => operation.parameters.filter((each) => each.in === place);
  const of = (place: 'path' | 'query' | 'header') =>
    fc.record(
      Object.fromEntries(
        at(place).map(({ name, schema }) => {
          const there = place === 'path' ? known(name, operation.template, things) : things[`?${name}`];
          const made = valueOf(schema as JsonSchema, things, name).map(String);
          return [
            name,
            there
              ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: made })
              : made,
          ];
        }),
      ),
      {
        requiredKeys: at(place)
          .filter(({ required }) => required)
          .map(({ name }) => name),
      },
    ) as fc.Arbitrary<Record<string, string>>;
  const body = operation.body;
  const content: fc.Arbitrary<unknown> =
    body?.schema === undefined
      ? fc.constant(undefined)
      : body.example === undefined
        ? valueOf(body.schema, things)
        : fc.oneof(fc.constant(body.example), valueOf(body.schema, things));
  return fc
    .record({
      path: of('path'),
      query: of('query'),
      header: of('header'),
      key: fc.uuid(),
      who: fc.oneof(fc.constantFrom(...people), fc.constantFrom(...likely(operation.template))),
      content,
      backdated: fc.boolean(),
    })
    .map(({ path, query, header, key, who, content: value, backdated }) => {
      const place = operation.template.replace(/\{(\w+)\}/g, (_, name: string) => encoded(path[name] ?? '-') || '-');
      const question = Object.entries(query).map(([name, each]) => `${name}=${encoded(each)}`);
      const given = Object.fromEntries(Object.entries(header).map(([name, each]) => [name.toLowerCase(), each]));
      const headers: Record<string, string> = {};
      if ('idempotency-key' in given) headers['idempotency-key'] = key;
      if ('if-match' in given) headers['if-match'] = '{current}';
      if (backdated && 'effective-at' in given) {
        headers['effective-at'] = '2026-08-21T09:00:00+07:00';
        headers['backdating-reason'] = 'Ghi%20s%E1%BB%95%20mu%E1%BB%99n';
      }
      const parts: Parts = {
        kind: 'valid',
        operation: operation.operationId,
        who,
        method: operation.method,
        path: question.length > 0 ? `${place}?${question.join('&')}` : place,
        headers,
      };
      if (operation.body?.schema) {
        headers['content-type'] = 'application/json';
        parts.body = Buffer.from(JSON.stringify(value));
      } else if (operation.body) {
        headers['content-type'] = 'application/octet-stream';
        parts.body = Buffer.from('%PDF-1.7\nxyz');
      }
      return parts;
    });
}

const jsonOf = (body: Buffer | undefined): unknown => {
  try {
    return JSON.parse(String(body));
  } catch {
    return {};
  }
};

/** With a body in which one thing is wrong, or a question that nobody knows. */
const withOneFault = (request: Parts): fc.Arbitrary<Parts> =>
  request.body && request.headers['content-type'] === 'application/json'
    ? mutated(jsonOf(request.body)).map((value) => ({
        ...request,
        kind: 'mutated',
        body: Buffer.from(JSON.stringify(value) ?? 'null'),
      }))
    : fc
        .tuple(
          fc.constantFrom('limit', 'cursor', 'order', 'q', 'asRecorded', 'asInForce', 'extra', 'document', '__proto__'),
          hostileText,
        )
        .map(([name, value]) => ({
          ...request,
          kind: 'mutated',
          path: `${request.path}${request.path.includes('?') ? '&' : '?'}${name}=${encoded(value)}`,
        }));

const rawQuery = fc.constantFrom(
  'a=%ff',
  'a=%',
  'limit=1&limit=2',
  '%00=1',
  '=',
  '&&&',
  'a[]=1',
  'a.b=1',
  '__proto__[x]=1',
  'q=%u0041',
  `q=${'x'.repeat(8_000)}`,
);
const rawSegment = fc.constantFrom(
  '%00',
  '%ff%fe',
  '%',
  '%2e%2e%2f',
  '..',
  '%ed%a0%80',
  "';--",
  '%E1%BB%87',
  'a'.repeat(101),
  'x%0d%0ay',
  '%2F',
  '__proto__',
  'constructor',
);
const wrongTypes = fc.constantFrom(
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'nonsense',
  'application/problem+json',
);
const oddMethods = fc.constantFrom(
  'HEAD',
  'OPTIONS',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
  'LOCK',
  'PUT',
  'POST',
  'GET',
  'SEARCH',
);
const headerValues = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"0"',
    '"-1"',
    '"99999999999"',
    'W/"1"',
    '*',
    '"1", "2"',
    'yesterday',
    '2026-08-24',
    '+275760-09-12T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '1900-01-01T00:00:00Z',
    '%00',
    '%ff',
    'x'.repeat(4_000),
    'Bearer',
    'Bearer x',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
);
const headerNames = fc.constantFrom(
  'idempotency-key',
  'if-match',
  'effective-at',
  'backdating-reason',
  'accept-language',
  'x-correlation-id',
  'authorization',
  'content-type',
  'position',
  'cookie',
  'accept-encoding',
  'expect',
  'transfer-coding',
  'origin',
  'x-http-method-override',
);

/** With something that no client means well by. */
const withHostility = (request: Parts): fc.Arbitrary<Parts> =>
  fc
    .oneof(
      hostileBody.map((body) => ({
        ...request,
        body,
        headers: { 'content-type': 'application/json', ...request.headers },
      })),
      mutated(jsonOf(request.body))
        .chain(mutated)
        .map((value) => ({
          ...request,
          headers: { ...request.headers, 'content-type': 'application/json' },
          body: Buffer.from(JSON.stringify(value) ?? ''),
        })),
      hostileValue.map((value) => ({ ...request, body: Buffer.from(JSON.stringify(value) ?? '') })),
      rawQuery.map((query) => ({ ...request, path: `${request.path.replace(/\?.*/, '')}?${query}` })),
      rawSegment.chain((segment) =>
        fc.nat(6).map((which) => {
          const parts = request.path.replace(/\?.*/, '').split('/');
          parts[1 + (which % (parts.length - 1))] = segment;
          return { ...request, path: parts.join('/') };
        }),
      ),
      oddMethods.map((method) => ({ ...request, method })),
      wrongTypes.map((type) => ({
        ...request,
        headers: { ...request.headers, 'content-type': type },
        body: request.body ?? Buffer.from('{}'),
      })),
      fc
        .tuple(headerNames, headerValues)
        .map(([name, value]) => ({ ...request, headers: { ...request.headers, [name]: value } })),
      fc.constantFrom('idempotency-key', 'if-match', 'content-type').map((name) => {
        const { [name]: _left, ...headers } = request.headers;
        return { ...request, headers };
      }),
    )
    .map((each) => ({ ...each, kind: 'hostile' }));

/** As many requests as are asked for, always the same for a seed. */
export function generatedRequests(
  count: number,
  seed: number,
  things: Known,
  people: readonly (string | undefined)[],
): readonly Generated[] {
  const each = fc.constantFrom(...documentedOperations).chain((operation) => valid(operation, things, people));
  const one = fc.oneof(
    { weight: 60, arbitrary: each },
    { weight: 80, arbitrary: each.chain(withOneFault) },
    { weight: 58, arbitrary: each.chain(withHostility) },
    {
      weight: 1,
      arbitrary: each.chain((request) =>
        largeBody.map((body): Parts => ({
          ...request,
          kind: 'large',
          body,
          headers: { ...request.headers, 'content-type': 'application/json' },
        })),
      ),
    },
  );
  return fc.sample(one, { numRuns: count, seed });
}
