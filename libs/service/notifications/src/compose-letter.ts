import { createHash } from 'node:crypto';
import { type Bilingual, type Instant, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import { ANSWER_CLOCK } from '#libs/domain/procedure';
import { type AlarmItem, type ChannelMessage, isReminder, type ReminderItem } from './channel.port.js';
import { grouped } from './grouped.js';
import { type Block, htmlOf, type Page, textOf } from './letter-layout.js';
import * as words from './letter-words.js';
import type { Mail } from './mailer.port.js';
import { leftEn, leftVi, type ReminderFacts, reminderWords } from './reminder-words.js';

export interface LetterSettings {
  /** The right-hand side of Message-IDs. */
  readonly host: string;
  /** Where a dossier can be opened, if it can. */
  readonly dossierUrl?: ((dossierId: string) => string) | undefined;
  /** Where one click gets the reader less of this letter, if there is such a place. */
  readonly unsubscribeUrl?: string | undefined;
}

/** Beyond so many, a list is no help any more. */
const LISTED = 200;

interface Content {
  readonly subject: Bilingual;
  readonly vi: readonly Block[];
  readonly en: readonly Block[];
}

/**
 * The letter that carries a message: both languages whole, that of its reader first. The subject names no person: subjects
 * are shown on locked screens and kept in logs. The same message makes the same letter whenever it is written.
 */
export function composeLetter(message: ChannelMessage, address: string, settings: LetterSettings): Mail {
  const { recipient, items, date } = message;
  const language = recipient.language ?? 'vi';
  const languages = language === 'en' ? (['en', 'vi'] as const) : (['vi', 'en'] as const);
  const reminders = items.filter(isReminder);
  const alarms = items.filter((item): item is AlarmItem => !isReminder(item));
  const [only] = reminders;
  const single = message.form === 'single' && only && reminders.length === 1;
  const content =
    alarms.length > 0 ? alarmContent(alarms) : single ? reminderContent(only, date) : listContent(message, reminders);
  const pages = languages.map((which): Page => ({
    language: which,
    blocks: [
      { paragraph: words.greeting(recipient.name)[which] },
      ...content[which],
      ...(single && settings.dossierUrl
        ? [{ label: words.openDossier[which], url: settings.dossierUrl(only.dossier.id) }]
        : []),
      { paragraph: words.automatic[which] },
      howToGetLess(message, settings, which),
    ],
  }));
  return {
    messageId: message.messageId,
    ...(single ? { references: threadOf(only.dossier.id, settings.host) } : {}),
    date,
    to: { name: recipient.name.normalize('NFC'), address },
    subject: content.subject[language].normalize('NFC'),
    text: textOf(pages).normalize('NFC'),
    html: htmlOf(pages).normalize('NFC'),
    languages,
    ...(settings.unsubscribeUrl ? { unsubscribeUrl: settings.unsubscribeUrl } : {}),
  };
}

/** One thread per dossier in the reader's mailbox. */
const threadOf = (dossierId: string, host: string): string =>
  `<dossier-${createHash('sha256').update(dossierId).digest('hex').slice(0, 32)}@${host}>`;

function reminderContent(item: ReminderItem, date: Instant): Content {
  const { subject, vi, en } = reminderWords(factsOf(item, date));
  const paragraphs = (lines: readonly string[]) => lines.map((paragraph) => ({ paragraph }));
  return { subject, vi: paragraphs(vi), en: paragraphs(en) };
}

/** By the day it is due, then by dossier: what comes first stands first. */
function listContent({ form, date }: ChannelMessage, items: readonly ReminderItem[]): Content {
  const kind = form === 'digest' ? 'digest' : 'bundle';
  const sorted = [...items].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  const listed = sorted.slice(0, LISTED);
  const days = [...grouped(listed, ({ delivery }) => officeDay(delivery.dueAt))];
  const overdue = items.filter(({ delivery }) => date > delivery.dueAt).length;
  const blocks = (language: 'vi' | 'en'): Block[] => [
    { paragraph: words.listOpening(kind, items.length)[language] },
    ...days.map(([day, those]) => ({
      heading: language === 'vi' ? `Hạn ${day}` : `Due ${day}`,
      list: those.map((item) => lineOf(item, date)[language]),
    })),
    ...(sorted.length > LISTED ? [{ paragraph: words.furtherItems(sorted.length - LISTED)[language] }] : []),
    { paragraph: words.whyList(items.some(({ delivery }) => delivery.note === 'position_vacant'))[language] },
  ];
  const subject = words.listSubject(kind, items.length, overdue, officeDay(date));
  return { subject, vi: blocks('vi'), en: blocks('en') };
}

const sortKey = ({ delivery }: ReminderItem): string =>
  `${delivery.dueAt} ${delivery.dossierId} ${delivery.deadlineId}`;

function lineOf(item: ReminderItem, date: Instant): Bilingual {
  const facts = factsOf(item, date);
  const { dossierCode, title, clock, due } = facts;
  const vacant = {
    vi: facts.vacant ? ' (vị trí phụ trách đang trống)' : '',
    en: facts.vacant ? ' (position vacant)' : '',
  };
  return {
    vi: `${dossierCode} «${title}»: ${clock.vi}, ${due}. ${leftVi(facts)}${vacant.vi}`,
    en: `${dossierCode} “${title}”: ${clock.en}, ${due}. ${leftEn(facts)}${vacant.en}`,
  };
}

function alarmContent(items: readonly AlarmItem[]): Content {
  const blocks = (language: 'vi' | 'en'): Block[] => [
    {
      heading: words.alarmOpening[language],
      list: items.slice(0, LISTED).map(({ delivery }) => words.alarmLine(delivery)[language]),
    },
    ...(items.length > LISTED ? [{ paragraph: words.furtherItems(items.length - LISTED)[language] }] : []),
    { paragraph: words.whyAlarm[language] },
  ];
  return { subject: words.alarmSubject(items.length), vi: blocks('vi'), en: blocks('en') };
}

function howToGetLess({ droppable }: ChannelMessage, settings: LetterSettings, language: 'vi' | 'en'): Block {
  if (droppable.length === 0) return { paragraph: words.leastThereIs[language] };
  if (!settings.unsubscribeUrl) return { paragraph: words.lessInSettings[language] };
  return { label: words.lessByLink[language], url: settings.unsubscribeUrl };
}

function factsOf({ delivery, dossier, clock, procedure, left }: ReminderItem, date: Instant): ReminderFacts {
  const plain = { vi: clock, en: clock };
  return {
    dossierCode: dossier.id,
    title: dossier.title,
    clock: procedure?.clocks[clock]?.names ?? (clock === ANSWER_CLOCK ? SUPPLEMENT : plain),
    step: procedure?.steps[dossier.step]?.names ?? { vi: dossier.step, en: dossier.step },
    due: officeTime(delivery.dueAt),
    overdue: date > delivery.dueAt,
    workingDaysLeft: left.workingDays,
    exact: left.exact,
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

const parts = (instant: Instant) =>
  Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/** `27/08/2026`. */
function officeDay(instant: Instant): string {
  const part = parts(instant);
  return `${part['day']}/${part['month']}/${part['year']}`;
}

/** `17:00 27/08/2026`, as the office's wall shows it. */
export function officeTime(instant: Instant): string {
  const part = parts(instant);
  return `${part['hour']}:${part['minute']} ${officeDay(instant)}`;
}
