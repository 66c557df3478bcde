export * from './compute-due.js';
export * from './interval.js';
export * from './parse-calendar.js';
export * from './paused-days.js';
export * from './reminder-ladder.js';
export * from './sending-hours.js';
export * from './time-limit.js';
export * from './working-calendar.js';
export { addWorkingDays, checkCovered, isWorkingDay, remainingAt, workingDaysBetween } from './working-days.js';
