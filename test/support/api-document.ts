import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;
type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;

interface Response {
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** A parameter of an operation, resolved. */
export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** An operation of the committed document. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/api/v1/dossiers/{id}` */
  readonly template: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** The media type and the schema of the body. */
  readonly body?: { readonly type: string; readonly schema?: Schema; readonly example?: unknown };
  readonly responses: Readonly<Record<string, { readonly response: Response; readonly pointer: string }>>;
  readonly isPublic: boolean;
}

/** docs/openapi.json as it is committed; `npm run check` sees to it that it says what the code says. */
export const apiDocument = JSON.parse(readFileSync(join(home, 'docs', 'openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

interface RawOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(apiDocument, 'api');

const compiled = new Map<string, ValidateFunction>();

/** Checks a value against the schema at a place of the document, `/components/schemas/Problem404`; says what is wrong. */
export function faultAt(pointer: string, value: unknown): string | undefined {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  compiled.set(pointer, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

/** The value at a place of the document, as `#/components/responses/Refused404` names it. */
export const documentedAt = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[unescaped(key)], apiDocument);

const unescaped = (key: string): string => decodeURIComponent(key.replaceAll('~1', '/').replaceAll('~0', '~'));
const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Every operation, those whose path has fewer parameters first: the first that fits an address is the one meant. */
export const documentedOperations: readonly DocumentedOperation[] = Object.entries(apiDocument.paths)
  .flatMap(([template, methods]) => Object.entries(methods).map(([method, raw]) => operationOf(template, method, raw)))
  .toSorted((one, other) => placeholders(one) - placeholders(other));

function placeholders({ template }: DocumentedOperation): number {
  return template.split('{').length;
}

function operationOf(template: string, method: string, raw: RawOperation): DocumentedOperation {
  const place = `/paths/${escaped(template)}/${method}`;
  const [type, content] = Object.entries(raw.requestBody?.content ?? {})[0] ?? [];
  return {
    operationId: raw.operationId,
    method: method.toUpperCase(),
    template,
    summary: raw.summary,
    parameters: raw.parameters.map((each) => ('$ref' in each ? (documentedAt(each.$ref) as Parameter) : each)),
    ...(type === undefined ? {} : { body: { type, ...content } }),
    responses: Object.fromEntries(
      Object.entries(raw.responses).map(([status, each]) => [
        status,
        '$ref' in each
          ? { response: documentedAt(each.$ref) as Response, pointer: each.$ref.slice(1) }
          : { response: each, pointer: `${place}/responses/${status}` },
      ]),
    ),
    isPublic: raw.security?.length === 0,
  };
}

/** The place of the schema of a media type. */
export const schemaPointer = (pointer: string, type: string): string => `${pointer}/content/${escaped(type)}/schema`;

/** The place of the schema of an operation's JSON body. */
export const bodyPointer = ({ template, method, body }: DocumentedOperation): string =>
  schemaPointer(`/paths/${escaped(template)}/${method.toLowerCase()}/requestBody`, body?.type ?? '');
