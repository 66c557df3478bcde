export * from './actor.js';
export * from './error-catalogue.js';
export * from './refusal.js';
export * from './result.js';
export * from './time.js';
