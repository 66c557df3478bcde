import type { Mail } from './mailer.port.js';

/** The letter as nodemailer takes it; the same for every way it may leave. */
export const headersOf = (mail: Mail, from: string) => ({
  from: { name: 'Vinh Danh', address: from },
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  ...(mail.references ? { references: mail.references } : {}),
  date: new Date(mail.date),
  headers: {
    // So that absence notes are not sent back to a machine (RFC 3834).
    'Auto-Submitted': 'auto-generated',
    'Content-Language': mail.languages.join(', '),
    ...(mail.unsubscribeUrl
      ? {
          'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {}),
  },
});
