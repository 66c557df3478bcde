export * from './event-store.port.js';
export type * from './json.js';
