export * from './procedure-diagram.js';
export * from './procedure-diagrams.js';
