import { procedureJsonSchema } from '../language/json-schema.js';

/** As much of JSON Schema as the language of procedures uses. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

let language: Schema | undefined;

/** The keys that may stand at a place of a procedure, in the order of the language; none where the office names them itself. */
export function keysAt(document: unknown, path: readonly PropertyKey[]): readonly string[] {
  let schemas = shapesOf((language ??= procedureJsonSchema()), document);
  let value = document;
  for (const key of path) {
    value = entryOf(value, key);
    schemas = schemas.flatMap((schema) => {
      const next = below(schema, key);
      return next === undefined ? [] : shapesOf(next, value);
    });
  }
  const keys = schemas.flatMap(({ properties = {}, propertyNames }) => [
    ...Object.keys(properties),
    ...(propertyNames?.enum ?? []),
  ]);
  return [...new Set(keys)];
}

/** What a document holds at a place; `undefined` where it holds nothing. */
export const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown => path.reduce(entryOf, document);

const entryOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;

function below({ properties, additionalProperties, items }: Schema, key: PropertyKey): Schema | undefined {
  if (typeof key === 'number') return items;
  const own = Object.hasOwn(properties ?? {}, key) ? properties?.[String(key)] : undefined;
  return own ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

/** The shapes that a place may have: of several those whose words fit what stands there, as the kind of a step does. */
function shapesOf(schema: Schema, value: unknown): readonly Schema[] {
  const all = (schema.anyOf ?? schema.oneOf)?.flatMap((each) => shapesOf(each, value)) ?? [schema];
  const fitting = all.filter((each) => fits(each, value));
  return fitting.length > 0 ? fitting : all;
}

const fits = ({ properties = {} }: Schema, value: unknown): boolean =>
  Object.entries(properties).every(([key, { const: only, enum: words = only === undefined ? undefined : [only] }]) => {
    const given = entryOf(value, key);
    return words === undefined || given === undefined || words.includes(given);
  });
