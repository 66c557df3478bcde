/** An expected outcome of asking: what was asked for, or the reason why not. Bugs are exceptions, refusals are values. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The value of a result that the caller knows to be good; anything else is a bug and is thrown. */
export function valueOf<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`A result that had to be good was refused: ${JSON.stringify(result.error)}`);
}
