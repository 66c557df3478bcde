/** What kind of "no" it is; the HTTP status and the exit code follow from it. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported'
  | 'rule'
  | 'precondition_missing'
  | 'unavailable';

/** One reason for not doing something, in both languages; `{name}` is filled from the refusal's parameters. */
export interface ErrorText {
  readonly kind: ErrorKind;
  readonly vi: string;
  readonly en: string;
}

/** Keeps the codes as a type while checking the texts. */
export const define = <const T extends Record<string, ErrorText>>(catalogue: T): T => catalogue;
