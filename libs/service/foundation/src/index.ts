export * from './clock.js';
export * from './foundation.js';
export * from './foundation.module.js';
export * from './home.js';
export * from './open-event-store.js';
export * from './run-role.js';
export * from './start-failure.js';
export * from './tokens.js';
