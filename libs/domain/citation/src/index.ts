export * from './legal-source.js';
