import { createHash } from 'node:crypto';
import type { DossierState } from '#libs/domain/dossier';
import { type Instant, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { Recipient } from './directory.port.js';
import type { Delivery } from './delivery-table.js';
import type { Mail } from './mailer.port.js';
import { type ReminderFacts, reminderWords } from './reminder-words.js';

export interface ReminderSource {
  readonly delivery: Delivery;
  readonly dossier: DossierState;
  readonly clock: string;
  readonly procedure: Procedure | undefined;
  readonly recipient: Recipient & { readonly email: string };
  readonly host: string;
  /** Where the dossier can be opened, if it can. */
  readonly dossierUrl?: string;
}

/**
 * The letter about a rung: which dossier, which clock, due when, how much time is left, what to do, and why it came. The
 * subject names the dossier by its code, and nobody by name: subjects are shown on locked screens and kept in logs.
 */
export function composeReminder(source: ReminderSource): Mail {
  const { delivery, dossier, recipient, host } = source;
  const words = reminderWords(factsOf(source));
  const lines = (list: readonly (string | undefined)[]) => list.filter((line) => line !== undefined);
  const vi = lines([`Kính gửi ông/bà ${recipient.name},`, ...words.vi]);
  const en = lines([`Dear ${recipient.name},`, ...words.en]);
  const url = source.dossierUrl;
  return {
    messageId: delivery.messageId,
    references: threadOf(dossier.id, host),
    date: delivery.rungAt,
    to: { name: recipient.name.normalize('NFC'), address: recipient.email },
    subject: words.subject.normalize('NFC'),
    text: [...vi, ...(url ? [`Mở hồ sơ: ${url}`] : []), '---', ...en, ...(url ? [`Open the dossier: ${url}`] : [])]
      .join('\n\n')
      .normalize('NFC'),
    html: page(vi, en, url).normalize('NFC'),
  };
}

/** One thread per dossier in the reader's mailbox. */
const threadOf = (dossierId: string, host: string): string =>
  `<dossier-${createHash('sha256').update(dossierId).digest('hex').slice(0, 32)}@${host}>`;

function factsOf({ delivery, dossier, clock, procedure }: ReminderSource): ReminderFacts {
  const plain = { vi: clock, en: clock };
  return {
    dossierCode: dossier.id,
    title: dossier.title,
    clock: procedure?.clocks[clock]?.names ?? (clock === 'supplement' ? SUPPLEMENT : plain),
    step: procedure?.steps[dossier.step]?.names ?? { vi: dossier.step, en: dossier.step },
    due: officeTime(delivery.dueAt),
    overdue: delivery.rungAt > delivery.dueAt,
    workingDaysLeft: delivery.workingDaysLeft,
    exact: delivery.daysExact,
    vacant: delivery.note === 'position_vacant',
  };
}

/** The clock of an officer's request, which no procedure names. */
const SUPPLEMENT = { vi: 'Bổ sung hồ sơ', en: 'Answer to the request for supplement' };

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hourCycle: 'h23',
});

/** `17:00 27/08/2026`, as the office's wall shows it. */
export function officeTime(instant: Instant): string {
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const paragraphs = (list: readonly string[]): string => list.map((line) => `<p>${escape(line)}</p>`).join('');

/** No images, no colours of our own: readable in the dark, on paper and with a screen reader. */
function page(vi: readonly string[], en: readonly string[], url: string | undefined): string {
  const link = (label: string) => (url ? `<p><a href="${escape(url)}">${label}</a></p>` : '');
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>' +
    '<body style="max-width:600px;font-family:sans-serif;line-height:1.5">' +
    `${paragraphs(vi)}${link('Mở hồ sơ')}<hr><div lang="en">${paragraphs(en)}${link('Open the dossier')}</div></body></html>`
  );
}
