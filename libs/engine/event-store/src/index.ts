export * from './event-store.port.js';
export type * from './json.js';
export * from './event-codec.js';
export * from './memory/in-memory.adapter.js';
export { LARGEST_APPEND_BYTES } from './prepared-append.js';
export { canonicalText } from './strict-json.js';
export * from './postgres/postgres.adapter.js';
export * from './kurrentdb/kurrentdb.adapter.js';
