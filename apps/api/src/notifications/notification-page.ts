import type { Actor, Language, SentenceNames } from '#libs/domain/kernel';
import { eventCatalogue } from '#libs/service/event-catalogue';
import type { InAppAlarm, InAppMessage, InAppReminder } from '#libs/service/notifications';
import type { NotificationItem } from '#libs/service/read-models';
import type { NotificationAnswer } from './notifications.answers.js';

/** What things are called in the sentence about a fact. */
export type NamesFor = (item: NotificationItem, language: Language) => SentenceNames;

/** Where a page ended: in the log, and among the reminders. Null: nothing of it was shown yet. */
export type NotificationPlace = readonly [ordinal: number | null, reminder: number | null];

interface Shown {
  readonly at: string;
  readonly answer: NotificationAnswer | undefined;
  readonly place: (before: NotificationPlace) => NotificationPlace;
}

/**
 * Joins two lists, each newest first, into one page. Both came with one item more than the limit.
 * @param visible dossiers that the reader may see; a reminder about another one is passed over.
 */
export function pageOfBoth(
  events: readonly NotificationItem[],
  reminders: readonly InAppMessage[],
  visible: ReadonlyMap<string, string | null>,
  marked: ReadonlySet<number>,
  start: NotificationPlace,
  limit: number,
  namesFor: NamesFor,
): { readonly items: readonly NotificationAnswer[]; readonly next: NotificationPlace | undefined } {
  const all: Shown[] = [
    ...events.map((event): Shown => ({
      at: event.recordedAt,
      answer: eventAnswer(event, namesFor),
      place: ([, reminder]) => [event.ordinal, reminder],
    })),
    ...reminders.map((reminder): Shown => ({
      at: reminder.rungAt,
      answer: messageAnswer(reminder, visible, marked.has(reminder.id)),
      place: ([ordinal]) => [ordinal, reminder.id],
    })),
  ];
  // Sorting keeps the order of each list where moments are the same.
  all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const shown = all.slice(0, limit);
  return {
    items: shown.flatMap(({ answer }) => answer ?? []),
    next: all.length > limit ? shown.reduce((place, one) => one.place(place), start) : undefined,
  };
}

function eventAnswer(event: NotificationItem, namesFor: NamesFor): NotificationAnswer {
  const { eventId, type, group, category, dossierId, dossierTitle, recordedAt, open, read, position } = event;
  const inLanguage = (language: Language) => sentenceOf(event, language, namesFor(event, language));
  const sentence = { vi: inLanguage('vi'), en: inLanguage('en') };
  return {
    kind: 'event',
    id: `event:${eventId}`,
    type,
    group,
    category,
    dossierId,
    dossierTitle,
    at: recordedAt,
    open,
    read,
    position,
    sentence,
  };
}

function sentenceOf(
  { type, stream, data, actor, revision, recordedAt, effectiveAt }: NotificationItem,
  language: Language,
  names: SentenceNames,
): string {
  const described = eventCatalogue.get(type);
  if (!described) return type;
  const fact = { type, data, actor: actor as unknown as Actor, revision, recordedAt, effectiveAt };
  const sentence = described.sentence(fact, language, names);
  // A procedure's own sentences do not say of which award it is.
  const award = /^procedure-(.+)$/.exec(stream)?.[1];
  return award === undefined ? sentence : `${names.award(award)}: ${sentence}`;
}

function messageAnswer(
  message: InAppMessage,
  visible: ReadonlyMap<string, string | null>,
  read: boolean,
): NotificationAnswer | undefined {
  if (message.kind === 'alarm') return alarmAnswer(message, read);
  const title = visible.get(message.dossierId);
  return title === undefined ? undefined : reminderAnswer(message, title, read);
}

function reminderAnswer(
  { id, rungAt, category, ...about }: InAppReminder,
  dossierTitle: string | null,
  read: boolean,
): NotificationAnswer {
  const kept = category === 'overdue' ? category : 'deadline';
  return { ...about, dossierTitle, id: `reminder:${id}`, group: 'todo', category: kept, at: rungAt, read };
}

function alarmAnswer({ id, rungAt, ...about }: InAppAlarm, read: boolean): NotificationAnswer {
  return {
    ...about,
    id: `reminder:${id}`,
    group: 'system',
    category: 'alarm',
    dossierId: null,
    dossierTitle: null,
    at: rungAt,
    read,
  };
}
