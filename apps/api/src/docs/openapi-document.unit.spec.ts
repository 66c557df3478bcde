import { Validator } from '@seriousme/openapi-schema-validator';
import type { DescribedRoute } from '../http/described-routes.js';
import {
  apiDocument,
  bodyPointer,
  documentedOperations,
  faultAt,
  schemaPointer,
} from '../../../../test/support/api-document.js';
import { describeApi } from './describe-api.js';
import { answerExamples } from './examples/answer.examples.js';
import { requestExamples } from './examples/request.examples.js';
import { openApiDocument, openApiText } from './openapi-document.js';
import { operationsOf } from './operations.js';

interface Shape {
  readonly type?: string;
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** Where an object takes fields that nobody knows. */
function openPlaces(schema: Shape, path: string): string[] {
  const here = schema.type === 'object' && schema.properties && schema.additionalProperties !== false ? [path] : [];
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => openPlaces(each, `${path}.${name}`));
  return [...here, ...inside, ...(schema.items ? openPlaces(schema.items, `${path}[]`) : [])];
}

describe('the document of the API', () => {
  let routes: readonly DescribedRoute[];
  beforeAll(async () => {
    routes = await describeApi();
  });

  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(apiDocument));
    expect(result).toEqual({ valid: true });
  });

  it('is committed as the code makes it', () => {
    expect(openApiText(openApiDocument(routes))).toBe(openApiText(apiDocument as never));
  });

  it('has every route, and each command as an operation of its own', () => {
    const operations = operationsOf(routes);
    expect(documentedOperations.map(({ operationId }) => operationId).sort()).toEqual(
      operations.map(({ id }) => id).sort(),
    );
    expect(operations.length).toBeGreaterThan(routes.length);
    expect(documentedOperations.map(({ template }) => template)).toContain('/api/v1/dossiers/{id}/request-supplement');
  });

  it('says what each operation is for, in Vietnamese and in English', () => {
    for (const { summary } of documentedOperations) expect(summary).toMatch(/^\S.* \/ \S/);
  });

  it('describes every answer, and every body that is taken', () => {
    for (const { operationId, responses, body } of documentedOperations) {
      for (const [status, { response }] of Object.entries(responses)) {
        const schema = response.content?.['application/json']?.schema;
        if (schema) expect([operationId, status, Object.keys(schema).length > 0]).toEqual([operationId, status, true]);
      }
      if (body?.type === 'application/json')
        expect([operationId, openPlaces(body.schema as Shape, 'body')]).toEqual([operationId, []]);
    }
  });

  it('has an example of every command, and each example is one', () => {
    const commands = operationsOf(routes).filter(({ spec, body }) => spec.command && body !== 'file');
    const withoutExample = commands.map(({ id }) => id).filter((id) => !(id in requestExamples));
    expect(withoutExample).toEqual([]);
    const byId = new Map(documentedOperations.map((each) => [each.operationId, each]));
    for (const [id, example] of Object.entries(requestExamples)) {
      const operation = byId.get(id);
      expect([id, operation && faultAt(bodyPointer(operation), example)]).toEqual([id, undefined]);
      expect([id, operation?.body?.example]).toEqual([id, example]);
    }
    for (const [id, example] of Object.entries(answerExamples)) {
      const response = byId.get(id === 'command' ? 'dossierReceive' : id)?.responses['200'];
      const pointer = schemaPointer(response?.pointer ?? '', 'application/json');
      expect([id, response && faultAt(pointer, example)]).toEqual([id, undefined]);
    }
  });

  it('asks every command for its key, and every later one for the revision it rests on', () => {
    const headersOf = (id: string) =>
      documentedOperations
        .find(({ operationId }) => operationId === id)
        ?.parameters.filter((each) => each.in === 'header' && each.required)
        .map(({ name }) => name);
    expect(headersOf('draftDossier')).toEqual(['Idempotency-Key']);
    expect(headersOf('dossierReceive')).toEqual(['Idempotency-Key', 'If-Match']);
    expect(headersOf('listDossiers')).toEqual([]);
  });
});
