export * from './act.js';
export * from './procedure-words.js';
export * from './procedure.js';
export * from './procedure.schema.js';
