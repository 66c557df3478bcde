import type { Decision, Refusal } from '#libs/domain/kernel';
import type { NamesIn } from '#libs/service/reading';

/** Carries a refusal from a controller to the one place that answers it, with the names that its sentence may be told in. */
export class RefusalException extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly names?: NamesIn,
  ) {
    super(refusal.code);
  }
}

/** The value of a decision; a refusal becomes the answer of the request. */
export function orRefuse<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value;
  throw new RefusalException(decision.error);
}
