/** Why the system does not start, in one sentence an operator can act on. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
