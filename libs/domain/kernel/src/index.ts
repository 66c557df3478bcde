export * from './actor.js';
export * from './decider.js';
export * from './error-catalogue.js';
export * from './personal.js';
export * from './refusal.js';
export * from './result.js';
export * from './schemas.js';
export * from './time.js';
