export type ProjectionProblemCode =
  | 'TABLE_MISSING'
  | 'TABLE_DIFFERS'
  /** A checkpoint lies behind the end of the log: the log was restored from an older copy, the read models were not. */
  | 'CHECKPOINT_AHEAD';

/** Why the projections cannot start, in one sentence an operator can act on. */
export class ProjectionProblem extends Error {
  override readonly name = 'ProjectionProblem';

  constructor(
    readonly code: ProjectionProblemCode,
    sentence: string,
  ) {
    super(sentence);
  }
}
