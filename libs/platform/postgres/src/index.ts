export * from './binary-arrays.js';
export type { DatabaseOptions, DatabaseRole } from './connection-config.js';
export {
  OLDEST_SERVER,
  openDatabase,
  openForeignPool,
  type Connection,
  type Database,
  type Queryable,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from './database.js';
export {
  DatabaseProblem,
  addressOf,
  errorCodeOf,
  explainConnectionError,
  isUnreachable,
  messageOf,
  type DatabaseProblemCode,
} from './database-problem.js';
export { migrationsOf, pendingMigrations, runMigrations, type MigrationSet } from './migrations.js';
