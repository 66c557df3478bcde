import type { DossierState } from '#libs/domain/dossier';
import type { Instant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { MessageCategory } from '#libs/service/law';
import type { AlarmDelivery, LetterForm, ReminderDelivery } from './delivery.js';
import type { Recipient } from './directory.port.js';

/** A message about a dossier's deadline, with the dossier as it is now. */
export interface ReminderItem {
  readonly delivery: ReminderDelivery;
  readonly dossier: DossierState;
  /** The clock's name in the procedure. */
  readonly clock: string;
  readonly procedure: Procedure | undefined;
  /** What is left when the letter is made up, which may be days after the rung. */
  readonly left: { readonly workingDays: number; readonly exact: boolean };
}

export interface AlarmItem {
  readonly delivery: AlarmDelivery;
}

export type LetterItem = ReminderItem | AlarmItem;

export const isReminder = (item: LetterItem): item is ReminderItem => item.delivery.kind === 'reminder';

/** What leaves on a channel at once: one message to one person, or many in one. */
export interface ChannelMessage {
  readonly letterId: string;
  /** The same for every attempt, so that a receiver sees one message; with its angle brackets. */
  readonly messageId: string;
  readonly form: LetterForm;
  /** When it was made up, by the office's clock. */
  readonly date: Instant;
  readonly recipient: Recipient;
  /** Never empty. */
  readonly items: readonly LetterItem[];
  /** What of it the receiver may have less of. */
  readonly droppable: readonly MessageCategory[];
}

/**
 * What became of an attempt. `code` is the server's or the system's (`SMTP_550`, `ECONNREFUSED`), never its words: they quote
 * addresses.
 */
export type SendOutcome =
  /** Taken. */
  | { readonly kind: 'sent' }
  /** Worth another attempt. After a connection lost in the middle nobody knows; the receiver tells by the message's id. */
  | { readonly kind: 'temporary'; readonly code: string }
  /** The address or the message is refused for good. */
  | { readonly kind: 'permanent'; readonly code: string };

/** A way on which messages leave the application: one adapter each. */
export interface Channel {
  /** As deliveries and preferences name it: `email`, `webhook`. */
  readonly name: string;
  /** Whether messages leave on it for somebody who has not chosen. */
  readonly defaultOn: boolean;
  /** Which of some accounts can be reached on it at all. */
  reached(recipients: readonly Recipient[]): Promise<ReadonlySet<string>>;
  /** Takes less time than a lease lasts. A rejection counts as a temporary failure. */
  send(message: ChannelMessage): Promise<SendOutcome>;
}

/** By the name of each channel: which accounts it reaches. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

/** Asks each channel once for all recipients. */
export async function reachOf(channels: readonly Channel[], recipients: readonly Recipient[]): Promise<Reach> {
  return new Map(await Promise.all(channels.map(async (each) => [each.name, await each.reached(recipients)] as const)));
}
