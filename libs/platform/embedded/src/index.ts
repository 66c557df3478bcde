export { freePort } from './loopback-port.js';
export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded-postgres.js';
export type { EmbeddedFailure, Sentence } from './failure.js';
export { visitEmbeddedPostgres, type EmbeddedStanding } from './visit.js';
