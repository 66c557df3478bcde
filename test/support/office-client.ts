import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandAnswer } from '#libs/service/commands';
import { type Answer, undocumented } from './documented-answer.js';

/** An answer of the API. */
export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON it holds; `undefined` when it holds none. */
  readonly body: Body;
}

/** RFC 9457, as the API answers it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: { readonly vi: string; readonly en: string };
  readonly rule?: string;
  readonly source?: string;
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly instance: string;
}

/** What a request says besides its body. `null` leaves a header out. */
export interface Asked {
  /** Without it a fresh one. */
  readonly key?: string | null;
  /** A revision, or the header as it stands; without it the last one that anybody at this client's desk saw. */
  readonly ifMatch?: number | string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Line {
  readonly url: string;
  /** The last ETag of each resource, shared by the people of one office: each goes on where the one before left off. */
  readonly seen: Map<string, string>;
  /** For how long a request is sent again, key and all, when the server is away or says 503. Without it, never. */
  readonly patienceMs?: number;
  /** Hears of each answer before the client does; `lost` means that it never arrives, as when the server dies over it. */
  readonly onAnswer?: (method: string) => 'lost' | 'arrived';
}

const RETRY_EVERY_MS = 25;
/** Longer than anything a server may take; shorter than a test. */
const ANSWER_WITHIN_MS = 20_000;

/** One person at a screen: sends commands as a good client does. */
export class OfficeClient {
  constructor(
    readonly line: Line,
    readonly token: string | undefined,
  ) {}

  /** Sends a command; a path with a command in it (`…/{id}/receive`) rests on what was last seen of `{id}`. */
  async post<Body = CommandAnswer>(path: string, body: unknown = {}, asked: Asked = {}): Promise<Reply<Body>> {
    const resource = resourceOf(path);
    const reply = await this.send<Body>('POST', path, {
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...present('idempotency-key', asked.key === undefined ? randomUUID() : asked.key),
        ...present('if-match', asked.ifMatch === undefined ? this.line.seen.get(resource) : etag(asked.ifMatch)),
        ...asked.headers,
      },
    });
    this.#see(reply.headers.get('location') ?? resource, reply);
    return reply;
  }

  async get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    const reply = await this.send<Body>('GET', path, { headers });
    // What it was at an earlier revision is nothing to rest a command on.
    if (!path.includes('?')) this.#see(path, reply);
    return reply;
  }

  /** Sends a request as it is, with the token and nothing else added. */
  async send<Body>(
    method: string,
    path: string,
    {
      body,
      headers = {},
    }: { body?: string | Uint8Array<ArrayBuffer>; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Reply<Body>> {
    const { url, patienceMs = 0, onAnswer } = this.line;
    const authorization = present('authorization', this.token === undefined ? undefined : `Bearer ${this.token}`);
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        const response = await fetch(`${url}${path}`, {
          method,
          headers: { ...authorization, ...headers },
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
          ...(body === undefined ? {} : { body }),
        });
        const text = await response.text();
        const { status } = response;
        if ((status !== 503 || performance.now() > deadline) && onAnswer?.(method) !== 'lost') {
          const { headers } = response;
          checkDocumented({ method, path, status, header: (name) => headers.get(name), text });
          return { status, headers, text, body: jsonOf(text) as Body };
        }
      } catch (error) {
        if (error instanceof NotAsDocumented || performance.now() > deadline) throw error;
      }
      await sleep(RETRY_EVERY_MS);
    }
  }

  #see(resource: string, { headers }: Reply<unknown>): void {
    const tag = headers.get('etag');
    if (tag !== null) this.line.seen.set(resource, tag);
  }
}

/** An answer that docs/openapi.json does not know: every test that speaks to the office proves the document. */
class NotAsDocumented extends Error {}

function checkDocumented(answer: Answer): void {
  const fault = undocumented(answer);
  if (fault !== undefined)
    throw new NotAsDocumented(`${fault}. Is docs/openapi.json up to date (npm run docs:openapi)?`);
}

/** What a command that must be obeyed, or a page that must be there, answers. */
export async function must<Body>(asking: Promise<Reply<Body>>): Promise<Body> {
  const { status, text, body } = await asking;
  if (status >= 400) throw new Error(`The office said no: ${status} ${text}`);
  return body;
}

/** The resource that a command is about: `/api/v1/dossiers/{id}` of `/api/v1/dossiers/{id}/receive`. */
const resourceOf = (path: string): string => path.split('/').slice(0, 5).join('/');

const etag = (ifMatch: number | string | null): string | null =>
  typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch;

const present = (name: string, value: string | null | undefined): Record<string, string> =>
  value === null || value === undefined ? {} : { [name]: value };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
