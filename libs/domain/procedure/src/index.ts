export * from './act.js';
export * from './council-step.js';
export * from './criteria.schema.js';
export * from './kinds.js';
export * from './procedure-words.js';
export * from './procedure.js';
export * from './procedure.schema.js';
