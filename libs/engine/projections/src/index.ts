export { UnknownEventType } from './apply-events.js';
export type { Parked } from './batch-applier.js';
export type { Checkpoint } from './checkpoint.js';
export { type LastDeadLetter, lastDeadLetters } from './last-dead-letters.js';
export { foldRows } from './fold-rows.js';
export type { Symptom } from './poison.js';
export type { ProjectionReport } from './projection-follower.js';
export { ProjectionProblem, type ProjectionProblemCode } from './projection-problem.js';
export { ProjectionProgress, type ProjectionLag } from './projection-progress.js';
export { ProjectionRunner, type ProjectionRunnerOptions } from './projection-runner.js';
export {
  defineProjection,
  type EventShapes,
  type ProjectedEvent,
  type Projection,
  type ProjectionOptions,
} from './projection.js';
export { dropOldTables, oldTables, type OldTable } from './rebuild/old-tables.js';
export type { TableDifferences } from './rebuild/compare-rows.js';
export { rebuild, type Rebuilt } from './rebuild/rebuild.js';
export { ShadowHeld, type Filled, type ShadowOptions } from './rebuild/shadow.js';
export { verify, type Verified } from './rebuild/verify.js';
export { retryDeadLetters, type RetriedDeadLetters } from './retry-dead-letters.js';
export { RowBuffer, type RowRef, type Rows } from './rows.js';
export { defineTable, selectList, type Index, type RowKey, type Table, type TableOptions } from './table.js';
export { ensureTables, hasExtension, projectionMigrations, verifyTables } from './tables.js';
export { assertTotal, ProjectionsNotTotal } from './totality.js';
