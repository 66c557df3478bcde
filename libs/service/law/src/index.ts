export { type LawFault, sentenceOfFault } from './law-files.js';
export * from './law.js';
export * from './load-law.js';
export { hashOf } from './load-procedures.js';
export {
  messageCategories,
  type MessageCategory,
  type NotificationLaw,
  notificationLawSchema,
} from './notification-law.js';
