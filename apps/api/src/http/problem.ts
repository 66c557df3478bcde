import {
  codesAsNames,
  type ErrorCode,
  type ErrorKind,
  type Language,
  type Refusal,
  errorCatalogue,
  sentenceOf,
} from '#libs/domain/kernel';
import type { NamesIn } from '#libs/service/reading';

/** The HTTP status of each kind of "no". */
export const statusOf: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  gone: 410,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  rule: 422,
  precondition_missing: 428,
  too_many: 429,
  unavailable: 503,
};

/** Where a code is explained: `/problems/not-found`. */
export const problemPath = (code: ErrorCode): string => `/problems/${code.toLowerCase().replaceAll('_', '-')}`;

/** An RFC 9457 problem: what clients branch on is `code`; what people read is `detail`, in both languages. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** In the language asked for; Vietnamese unless English is preferred. */
  readonly detail: string;
  readonly details: { readonly vi: string; readonly en: string };
  readonly rule?: string;
  readonly source?: string;
  readonly procedure?: Refusal['procedure'];
  readonly params?: Refusal['params'];
  /** The correlation id of the request, as in the logs. */
  readonly instance: string;
}

export function problemOf(
  refusal: Refusal,
  language: Language,
  correlationId: string,
  names: NamesIn = () => codesAsNames,
): Problem {
  const details = { vi: sentenceOf(refusal, 'vi', names('vi')), en: sentenceOf(refusal, 'en', names('en')) };
  return {
    type: problemPath(refusal.code),
    title: refusal.code,
    status: statusOf[errorCatalogue[refusal.code].kind],
    code: refusal.code,
    detail: details[language],
    details,
    ...(refusal.rule ? { rule: refusal.rule } : {}),
    ...(refusal.source ? { source: refusal.source } : {}),
    ...(refusal.procedure ? { procedure: refusal.procedure } : {}),
    ...(refusal.params ? { params: refusal.params } : {}),
    instance: `urn:uuid:${correlationId}`,
  };
}

/** A bug on our side: says nothing but where the log has the rest. */
export interface Fault {
  readonly type: 'about:blank';
  readonly title: 'Internal Server Error';
  readonly status: 500;
  readonly instance: string;
}

export const faultOf = (correlationId: string): Fault => ({
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  instance: `urn:uuid:${correlationId}`,
});
