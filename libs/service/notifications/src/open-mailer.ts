import { join } from 'node:path';
import type { Mailer } from './mailer.port.js';
import { openOutboxMailer } from './outbox-mailer.js';
import { openSmtpMailer } from './smtp-mailer.js';

export interface MailerSettings {
  /** Without it, letters are files below the data folder. */
  readonly smtpUrl?: string | undefined;
  readonly dataFolder: string;
  readonly mailFrom: string;
}

/** The way letters leave, as the configuration says. */
export function openMailer({ smtpUrl, dataFolder, mailFrom }: MailerSettings): Mailer {
  return smtpUrl === undefined
    ? openOutboxMailer({ folder: join(dataFolder, 'outbox'), from: mailFrom })
    : openSmtpMailer({ url: smtpUrl, from: mailFrom });
}
