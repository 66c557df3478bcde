import fc from 'fast-check';
import { type Parts, encoded } from './generated-request.js';
import { hostileBody, mutated } from './mutations.js';
import { hostileText, hostileValue } from './words.js';

const jsonOf = (body: Buffer | undefined): unknown => {
  try {
    return JSON.parse(String(body));
  } catch {
    return {};
  }
};

/** With a body in which one thing is wrong, or a question that nobody knows. */
export const withOneFault = (request: Parts): fc.Arbitrary<Parts> =>
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
export const withHostility = (request: Parts): fc.Arbitrary<Parts> =>
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
