import createClient, { type Middleware } from 'openapi-fetch';
import { spoken } from '../words/words.js';
import type { paths } from './generated/openapi.js';
import { readingOwnWrites } from './generated/reading-own-writes.js';
import { Problem, type ProblemBody, Unreachable } from './problem.js';
import { signedOut } from './signed-out.js';
import { actingPosition, ownLastWrite, rememberWrite } from './tab.js';

/** What stands around every request of this tab: its position, its language, and its own last write. */
const around: Middleware = {
  onRequest({ request, schemaPath }) {
    const position = actingPosition();
    if (position !== undefined && !request.headers.has('position')) request.headers.set('position', position);
    request.headers.set('accept-language', spoken());
    const wrote = ownLastWrite();
    if (request.method !== 'GET' || wrote === undefined || !readingOwnWrites.has(schemaPath)) return undefined;
    const url = new URL(request.url);
    url.searchParams.set('minPosition', wrote);
    return new Request(url, request);
  },
  async onResponse({ request, response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/api/v1/sessions') signedOut.say();
    if (request.method === 'GET' || !response.ok || !isJson(response)) return;
    const answer = (await response.clone().json()) as { readonly position?: unknown } | null;
    if (typeof answer?.position === 'string') rememberWrite(answer.position);
  },
};

const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('json') ?? false;

/** The API, with the types of its own description. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(around);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer, for a query or a command.
 * @throws Problem for a "no", Unreachable where nobody answered.
 */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('The server cannot be reached.', { cause: error });
  }
  if (answer.response.ok) return answer.data as T;
  throw new Problem(bodyOf(answer));
}

const bodyOf = ({ error, response }: Answer<unknown>): ProblemBody =>
  typeof error === 'object' && error !== null
    ? { ...(error as ProblemBody), status: response.status }
    : { status: response.status };
