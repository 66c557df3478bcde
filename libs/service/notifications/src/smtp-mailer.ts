import { createTransport } from 'nodemailer';
import { headersOf } from './mail-headers.js';
import type { SendOutcome } from './channel.port.js';
import { type Mail, MAIL_TIMEOUT_MS, type Mailer } from './mailer.port.js';

export interface SmtpMailerOptions {
  /** `smtp://login:password@host:port` or `smtps://…`. */
  readonly url: string;
  /** The sender's address; its host is that of the Message-IDs. */
  readonly from: string;
}

/** Sends through a mail server, over a few connections that are kept. */
export function openSmtpMailer({ url, from }: SmtpMailerOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // The pool would send a letter again by itself after a lost connection; whether to do that is decided by the table.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    host: from.slice(from.lastIndexOf('@') + 1),
    async send(mail: Mail): Promise<SendOutcome> {
      try {
        await transport.sendMail({ ...headersOf(mail, from), signal: AbortSignal.timeout(MAIL_TIMEOUT_MS) });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => Promise.resolve(transport.close()),
  };
}

/**
 * A 5xx answer about the letter or its address is final; one about our login is the operator's to mend, and waits. All else
 * (4xx, no connection, time-out) is worth another attempt.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const { responseCode, code, command } = error as { responseCode?: unknown; code?: unknown; command?: unknown };
  if (typeof responseCode === 'number') {
    const aboutUs = code === 'EAUTH' || (typeof command === 'string' && command.startsWith('AUTH'));
    return { kind: responseCode >= 500 && !aboutUs ? 'permanent' : 'temporary', code: `SMTP_${responseCode}` };
  }
  return { kind: 'temporary', code: typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'MAIL_NOT_SENT' };
}
