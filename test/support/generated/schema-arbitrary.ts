import fc from 'fast-check';
import { documentedAt } from '../api-document.js';
import { type Known, plainText } from './words.js';

/** The parts of a JSON schema that the document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const MANY = 4;

/** Values that a schema takes, made of what the office knows where a field has a name it knows. */
export function valueOf(schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> {
  if (schema.$ref) return valueOf(documentedAt(schema.$ref) as JsonSchema, known, name);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((each) => valueOf(each, known, name)));
  if (Array.isArray(schema.type))
    return fc.oneof(...(schema.type as string[]).map((type) => valueOf({ ...schema, type }, known, name)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, known, name);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { items = {}, minItems = 0, maxItems = MANY } = schema;
      return fc.array(valueOf(items, known, name), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, MANY)),
      });
    }
    case 'object':
      return objectOf(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valueOf(each, known, name)]),
  );
  const own = fc.record(fields, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return own;
  return fc.dictionary(fc.constantFrom('a', 'b'), valueOf(additionalProperties, known), { maxKeys: 2 });
}

function numberOf({ minimum, exclusiveMinimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000 : exclusiveMinimum + 1);
  const max = maximum ?? Math.max(min, 1_000);
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 20) }),
    fc.constantFrom(min, max),
    fc.integer({ min, max }),
  );
}

function textOf(schema: JsonSchema, known: Known, name: string): fc.Arbitrary<string> {
  const own = madeUp(schema);
  const there = known[name];
  return there && there.length > 0
    ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: own })
    : own;
}

const days = fc.constantFrom('2026-08-20', '2026-08-24', '2026-08-31', '2025-07-01', '2024-02-29', '2027-01-04');

function madeUp({ pattern, format, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date') return days;
  if (format === 'date-time') return days.map((day) => `${day}T02:00:00.000Z`);
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(pattern, 'u')).filter((text) => text.length <= maxLength);
  return fc.oneof(
    plainText.filter((text) => text.length >= minLength && text.length <= maxLength),
    fc.string({ minLength, maxLength: Math.min(maxLength, 30) }),
    fc.constant('a'.repeat(maxLength)),
  );
}
