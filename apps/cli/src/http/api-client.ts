import { type Bilingual, type Result, fail, ok } from '#libs/domain/kernel';
import { z } from 'zod';

/** Why the server did not do or give what it was asked for. */
export interface ApiProblem {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The code of the error catalogue. */
  readonly code: string;
  readonly rule?: string;
  readonly source?: string;
  readonly sentence: Bilingual;
}

/** What a command did: the new facts and the place in the log to wait for when reading. */
export const commandAnswer = z.object({
  id: z.string(),
  revision: z.int(),
  position: z.string(),
  events: z.array(z.string()),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;

export interface Send {
  readonly body: unknown;
  /** A UUID: the same one again gets the first answer. */
  readonly idempotencyKey: string;
  /** The revision that the sender has seen; absent only for what begins something. */
  readonly ifMatch?: number;
}

const PATIENCE_MS = 30_000;
/** A paper with two thousand names takes a while. */
const FILE_PATIENCE_MS = 150_000;

interface Init {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const problemBody = z.object({
  code: z.string().default('UNKNOWN'),
  rule: z.string().optional(),
  source: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  details: z.object({ vi: z.string(), en: z.string() }).optional(),
});

/** The HTTP API as one account sees it. Refusals are values; it throws only when an answer breaks the contract. */
export class ApiClient {
  readonly #base: string;
  readonly #token: string;

  /** @param url where the server listens, `http://127.0.0.1:8080` */
  constructor(url: string, token: string) {
    this.#base = new URL('/api/v1', url).href;
    this.#token = token;
  }

  /** Reads. `path` begins with a slash and may carry a query. */
  async read<T>(path: string, schema: z.ZodType<T>): Promise<Result<T, ApiProblem>> {
    return this.#fetch(path, {}, schema);
  }

  /** Reads a file. */
  async download(path: string): Promise<Result<Uint8Array, ApiProblem>> {
    try {
      const response = await fetch(this.#base + path, {
        headers: { authorization: `Bearer ${this.#token}` },
        signal: AbortSignal.timeout(FILE_PATIENCE_MS),
      });
      if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()));
      return fail(problemOf(response.status, JSON.parse(await response.text())));
    } catch (error) {
      return fail(noAnswer(this.#base, error));
    }
  }

  /** Commands. */
  async send(path: string, { body, idempotencyKey, ifMatch }: Send): Promise<Result<CommandAnswer, ApiProblem>> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    };
    return this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }, commandAnswer);
  }

  /** Asks something that needs a body and changes nothing. */
  async ask<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Result<T, ApiProblem>> {
    const headers = { 'content-type': 'application/json' };
    return this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }, schema);
  }

  async #fetch<T>(path: string, init: Init, schema: z.ZodType<T>): Promise<Result<T, ApiProblem>> {
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(this.#base + path, {
        ...init,
        headers: { authorization: `Bearer ${this.#token}`, accept: 'application/json', ...init.headers },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      body = text === '' ? {} : JSON.parse(text);
    } catch (error) {
      return fail(noAnswer(this.#base, error));
    }
    return response.ok ? ok(schema.parse(body)) : fail(problemOf(response.status, body));
  }
}

function problemOf(status: number, body: unknown): ApiProblem {
  const parsed = problemBody.safeParse(body);
  if (!parsed.success) {
    return {
      status,
      code: 'UNKNOWN',
      sentence: { vi: `Máy chủ trả lời ${status}.`, en: `The server answered ${status}.` },
    };
  }
  const { code, rule, source, title, detail, details } = parsed.data;
  const plain = detail ?? title ?? code;
  return {
    status,
    code,
    ...(rule ? { rule } : {}),
    ...(source ? { source } : {}),
    sentence: details ?? { vi: plain, en: plain },
  };
}

function noAnswer(base: string, error: unknown): ApiProblem {
  const reason = reasonOf(error);
  return {
    status: 0,
    code: 'NO_ANSWER',
    sentence: {
      vi: `Không có câu trả lời từ ${base} (${reason}). Hệ thống đã chạy chưa? (vinhdanh start)`,
      en: `No answer from ${base} (${reason}). Is the system running? (vinhdanh start)`,
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : error.message;
}

/** `Hồ sơ còn thiếu: TT. [R5 · QĐ 638/QĐ-BNV]` */
export function sentenceOfProblem({ sentence, rule, source }: ApiProblem, language: 'vi' | 'en'): string {
  const law = [rule, source].filter(Boolean).join(' · ');
  return law ? `${sentence[language]} [${law}]` : sentence[language];
}
