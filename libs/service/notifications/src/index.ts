export type { AlarmItem, Channel, ChannelMessage, LetterItem, ReminderItem, SendOutcome } from './channel.port.js';
export { composeLetter, type LetterSettings } from './compose-letter.js';
export {
  type AttemptEntry,
  type DeliveryEntry,
  type DeliveryFilter,
  deliveryLog,
  givenUp,
  resendDelivery,
} from './delivery-log.js';
export type { AlarmDelivery, Delivery, DeliveryState, LetterForm, ReminderDelivery } from './delivery.js';
export { type OpenDeliveries, openDeliveries } from './open-deliveries.js';
export type { Directory, Recipient, Responsible } from './directory.port.js';
export { EmailChannel, type EmailChannelOptions } from './email-channel.js';
export { type InAppAlarm, type InAppMessage, type InAppReminder, inboxOf } from './inbox.js';
export type { Mail, Mailer } from './mailer.port.js';
export { openMailer, type MailerSettings } from './open-mailer.js';
export { WebhookChannel } from './webhook/webhook-channel.js';
export { type PointedWebhook, Webhooks, type WebhookTarget } from './webhook/webhooks.js';
export {
  changePreferences,
  choicesOf,
  type Choice,
  choosableChannels,
  type PreferenceChange,
  type Preferences,
  preferencesOf,
} from './preferences.js';
export {
  type DeliveryProblem,
  ReminderWorker,
  type ReminderWorkerOptions,
  type SweepReport,
} from './reminder-worker.js';
export { SendingRules } from './sending-rules.js';
export { holdSending, RestoreWatch, resumeSending, type SendingState, sendingState } from './sending-state.js';
export type { TriggerPoint, TriggerPoints } from './trigger-points.port.js';
export { readUnsubscription, signUnsubscription, type Unsubscription } from './unsubscribe-token.js';
export * from './failed-letters.js';
