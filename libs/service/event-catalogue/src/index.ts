export * from './event-catalogue.js';
export * from './events-document.js';
