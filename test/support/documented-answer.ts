import {
  type DocumentedOperation,
  documentedAt,
  documentedOperations,
  faultAt,
  schemaPointer,
} from './api-document.js';

/** What the API answered, as far as the document speaks of it. */
export interface Answer {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly status: number;
  readonly header: (name: string) => string | null | undefined;
  readonly text: string;
}

/** Refusals that come before a route is found. */
const BEFORE_A_ROUTE = new Set([400, 401, 403, 404, 405, 413, 415, 429, 503]);

/**
 * What is wrong with an answer by the committed document: a status, a body or a header that is not in it; `undefined` when it is
 * as described. Values of the answer are not repeated.
 */
export function undocumented(answer: Answer): string | undefined {
  const { method, status, header } = answer;
  const said = (issue: string) => `${method} ${answer.path.replace(/\?.*/, '?…')} answered ${status}: ${issue}`;
  if (header('x-content-type-options') !== 'nosniff') return said('without nosniff');
  if (method === 'OPTIONS' && status === 204) return header('allow') ? undefined : said('without Allow');
  const operation = operationAt(method, answer.path);
  const found = operation?.responses[status];
  if (!found) {
    // Methods and addresses that nobody described have no answers but these.
    if (status !== 405 && (operation || !BEFORE_A_ROUTE.has(status)))
      return said(`not in the document of ${nameOf(operation)}`);
    return faultOfBody(answer, `/components/responses/Refused${status}`, said);
  }
  for (const [name, { schema }] of Object.entries(found.response.headers ?? {})) {
    const value = header(name.toLowerCase());
    if (typeof value !== 'string') return said(`without the header ${name}`);
    if (typeof schema['pattern'] === 'string' && !new RegExp(schema['pattern'], 'u').test(value))
      return said(`the header ${name} is not as described`);
  }
  const fault = faultOfBody(answer, found.pointer, said);
  return fault === undefined ? undefined : `${fault} (${nameOf(operation)})`;
}

const nameOf = (operation: DocumentedOperation | undefined): string => operation?.operationId ?? 'anything';

function faultOfBody(
  { method, header, text }: Answer,
  pointer: string,
  said: (issue: string) => string,
): string | undefined {
  const { content } = documentedAt(pointer.slice(1)) as { content?: Record<string, { schema?: unknown }> };
  if (!content) return text === '' ? undefined : said('has a body');
  const type = (header('content-type') ?? '').replace(/;.*$/, '');
  const documented = Object.keys(content).find((each) => fits(type, each));
  if (documented === undefined) return said(`is of the type ${type}`);
  // HEAD says what GET would say, without the body.
  if (method === 'HEAD' || !content[documented]?.schema || !documented.endsWith('json')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return said('is no JSON');
  }
  const fault = faultAt(schemaPointer(pointer, documented), value);
  return fault === undefined ? undefined : said(fault);
}

const fits = (type: string, documented: string): boolean =>
  new RegExp(`^${documented.replaceAll('+', '\\+').replaceAll('*', '[^/]+')}$`).test(type);

const patterns = documentedOperations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The operation that an address and a method mean. */
export function operationAt(method: string, path: string): DocumentedOperation | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  const place = path.replace(/[?#].*$/s, '');
  return patterns.find(({ operation, pattern }) => operation.method === asked && pattern.test(place))?.operation;
}
