import fc from 'fast-check';
import { type DocumentedOperation, documentedOperations } from '../api-document.js';
import { withHostility, withOneFault } from './faulty-requests.js';
import { type Generated, type Parts, encoded } from './generated-request.js';
import { largeBody } from './mutations.js';
import { type JsonSchema, valueOf } from './schema-arbitrary.js';
import type { Known } from './words.js';

/** As much of a valid path as the office knows: ids of things that are there. */
const known = (name: string, template: string, things: Known): readonly string[] | undefined => {
  const thing = /\/api\/v1\/(\w+)\//.exec(template)?.[1];
  return things[name === 'id' && thing ? `${thing}.id` : name];
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

/** As many requests as are asked for, always the same for a seed. */
export function generatedRequests(
  count: number,
  seed: number,
  things: Known,
  people: readonly (string | undefined)[],
): readonly Generated[] {
  // A stream of events has no end to wait for.
  const ending = documentedOperations.filter(
    ({ responses }) => !responses['200']?.response.content?.['text/event-stream'],
  );
  const each = fc.constantFrom(...ending).chain((operation) => valid(operation, things, people));
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
