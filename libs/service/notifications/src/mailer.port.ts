import type { Instant } from '#libs/domain/kernel';
import type { SendOutcome } from './channel.port.js';

/** A letter, ready to go. Texts are NFC. */
export interface Mail {
  /** With its angle brackets. */
  readonly messageId: string;
  /** The thread it belongs to: the dossier's, where it is about one. */
  readonly references?: string;
  readonly date: Instant;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The languages of its two parts, that of its reader first. */
  readonly languages: readonly ['vi', 'en'] | readonly ['en', 'vi'];
  /** Where one click gets its reader less of this (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

export interface Mailer {
  /** The right-hand side of Message-IDs. */
  readonly host: string;
  /** Never rejects for what a server or a disk answers. Takes at most `MAIL_TIMEOUT_MS`. */
  send(mail: Mail): Promise<SendOutcome>;
  close(): Promise<void>;
}

/** A lease on a letter must be longer than this. */
export const MAIL_TIMEOUT_MS = 60_000;
