export * from './event-words.js';
export * from './quota.js';
export * from './reservation.events.js';
export * from './reservation.state.js';
