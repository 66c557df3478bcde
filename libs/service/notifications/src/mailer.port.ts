import type { Instant } from '#libs/domain/kernel';

/** A letter, ready to go. Texts are NFC. */
export interface Mail {
  /** With its angle brackets. */
  readonly messageId: string;
  /** The thread it belongs to: the dossier's. */
  readonly references: string;
  readonly date: Instant;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * What became of an attempt. `code` is the server's or the system's (`SMTP_550`, `ECONNREFUSED`), never its words: they quote
 * addresses.
 */
export type MailOutcome =
  /** Taken: the server's 250, or the file under its name. */
  | { readonly kind: 'sent' }
  /** Worth another attempt. After a connection lost in mid-letter nobody knows; the receiver tells by the Message-ID. */
  | { readonly kind: 'temporary'; readonly code: string }
  /** The address or the letter is refused for good. */
  | { readonly kind: 'permanent'; readonly code: string };

export interface Mailer {
  /** The right-hand side of Message-IDs. */
  readonly host: string;
  /** Never rejects for what a server or a disk answers. Takes at most `MAIL_TIMEOUT_MS`. */
  send(mail: Mail): Promise<MailOutcome>;
  close(): Promise<void>;
}

/** A lease on a letter must be longer than this. */
export const MAIL_TIMEOUT_MS = 60_000;
