export * from './decision.commands.js';
export * from './decision.events.js';
