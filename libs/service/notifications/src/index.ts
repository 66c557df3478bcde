export { type OpenDeliveries, openDeliveries } from './open-deliveries.js';
export type { Directory, Recipient } from './directory.port.js';
export { inboxOf, type InAppMessage } from './inbox.js';
export type { Mail, Mailer, MailOutcome } from './mailer.port.js';
export { openMailer, type MailerSettings } from './open-mailer.js';
export {
  type DeliveryProblem,
  ReminderWorker,
  type ReminderWorkerOptions,
  type SweepReport,
} from './reminder-worker.js';
export type { TriggerPoint, TriggerPoints } from './trigger-points.port.js';
