export * from './calendar-feeds.js';
export * from './deadline-calendar.js';
