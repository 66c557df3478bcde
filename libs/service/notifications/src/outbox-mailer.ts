import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { headersOf } from './mail-headers.js';
import type { SendOutcome } from './channel.port.js';
import type { Mail, Mailer } from './mailer.port.js';

export interface OutboxMailerOptions {
  /** Where the letters are put, `<message-id>.eml` each; made when it is missing. */
  readonly folder: string;
  readonly from: string;
}

/**
 * Writes letters as files, for installations without a mail server. A file appears whole or not at all, under its
 * Message-ID: written twice, it is still one letter.
 */
export function openOutboxMailer({ folder, from }: OutboxMailerOptions): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    host: from.slice(from.lastIndexOf('@') + 1),
    async send(mail: Mail): Promise<SendOutcome> {
      const composed = await transport.sendMail(headersOf(mail, from));
      try {
        await writeWhole(folder, `${mail.messageId.slice(1, -1)}.eml`, composed.message as Buffer);
        return { kind: 'sent' };
      } catch (error) {
        // A full disk or a folder taken away: an operator's matter, after which the letter can still go.
        const { code } = error as NodeJS.ErrnoException;
        return { kind: 'temporary', code: code ?? 'OUTBOX_NOT_WRITABLE' };
      }
    },
    close: () => Promise.resolve(),
  };
}

async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
