export * from './award-history.commands.js';
export * from './award-history.decider.js';
export * from './award-history.events.js';
export * from './award-history.parts.js';
export * from './award-history.sentences.js';
export * from './award-history.state.js';
export * from './event-words.js';
