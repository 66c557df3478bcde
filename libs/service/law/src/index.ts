export { type LawFault, sentenceOfFault } from './law-files.js';
export { Law, type MissingPin, type ProcedurePin } from './law.js';
export * from './load-law.js';
export { canonicalProcedure, hashOf } from './load-procedures.js';
export {
  messageCategories,
  type MessageCategory,
  type NotificationLaw,
  notificationLawSchema,
} from './notification-law.js';
