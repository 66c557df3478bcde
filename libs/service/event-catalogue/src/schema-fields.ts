import { type PersonalSubject, personalSubjectOf } from '#libs/domain/kernel';
import type { z } from 'zod';

/** One field of an event, as its schema has it. */
export interface EventField {
  /** From the top: `nominees[].name`. */
  readonly path: string;
  /** In words: `text (≤ 200)`, `day`, `one of: officer, clerk`. */
  readonly type: string;
  readonly optional: boolean;
  /** Whose personal data it is. */
  readonly personal?: PersonalSubject;
}

/** What stands in the definition of a schema, as far as fields are read from it. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def;

/** The fields of an event's schema, in its order; fields of nested objects and lists follow the field that holds them. */
export function fieldsOf(schema: z.ZodType): readonly EventField[] {
  return Object.entries(definitionOf(schema).shape ?? {}).flatMap(([name, field]) => readField(name, field));
}

function readField(path: string, schema: z.ZodType, optional = false): EventField[] {
  const definition = definitionOf(schema);
  if (definition.type === 'optional' && definition.innerType) return readField(path, definition.innerType, true);
  const personal = personalSubjectOf(schema) ?? (definition.element && personalSubjectOf(definition.element));
  const field = { path, type: typeText(schema), optional, ...(personal ? { personal } : {}) };
  const [holder, inside] =
    definition.type === 'array' && definition.element
      ? [`${path}[]`, definition.element]
      : definition.type === 'record' && definition.valueType
        ? [`${path}.*`, definition.valueType]
        : [path, schema];
  const shape = definitionOf(inside).shape ?? {};
  return [field, ...Object.entries(shape).flatMap(([name, each]) => readField(`${holder}.${name}`, each))];
}

function typeText(schema: z.ZodType): string {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'string':
      return definition.format === 'date' ? 'day' : stringText(schema as z.ZodString);
    case 'pipe':
      return 'moment (UTC)';
    case 'number':
      return numberText(schema);
    case 'boolean':
      return 'yes or no';
    case 'enum':
      return `one of: ${Object.values(definition.entries ?? {}).join(', ')}`;
    case 'array':
      return definition.element ? `list of ${typeText(definition.element)}` : 'list';
    case 'record':
      return definition.keyType && definition.valueType
        ? `map from ${typeText(definition.keyType)} to ${typeText(definition.valueType)}`
        : 'map';
    case 'object':
      return 'object';
    default:
      throw new Error(`The document of events cannot describe a field of the type ${definition.type} yet.`);
  }
}

function stringText({ maxLength, format }: z.ZodString): string {
  if (maxLength !== null) return `text (≤ ${maxLength})`;
  return format === 'regex' ? 'id' : 'text';
}

/** By what the schema takes: its own bounds do not tell “from 0” and “above 0” apart. */
function numberText(schema: z.ZodType): string {
  const takes = (value: number) => schema.safeParse(value).success;
  if (takes(-1)) return 'integer';
  return takes(0) ? 'integer ≥ 0' : 'integer ≥ 1';
}
