/** What kind of "no" it is; the HTTP status and the exit code follow from it. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported'
  | 'rule'
  | 'precondition_missing'
  | 'too_many'
  | 'unavailable';

/** One reason for a no, said in both languages. `{name}` is filled with the refusal's parameter of that name. */
export interface ErrorText {
  readonly kind: ErrorKind;
  readonly vi: string;
  readonly en: string;
}

/** Keeps the codes as they are written, so that a misspelt code does not compile. */
export const define = <const T extends Record<string, ErrorText>>(catalogue: T): T => catalogue;
