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

/** What the catalogue holds for a code. Words in braces are filled in. */
export interface ErrorText {
  readonly kind: ErrorKind;
  readonly vi: string;
  readonly en: string;
}
