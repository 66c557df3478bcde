import { createHash } from 'node:crypto';
import { type Instant, type Language, type LocalDate, dueText, localDateOf, shortId } from '#libs/domain/kernel';
import { ANSWER_CLOCK } from '#libs/domain/procedure';
import type { Law } from '#libs/service/law';
import type { DeadlineOfDossier } from '#libs/service/read-models';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

export interface DeadlineCalendarOptions {
  readonly language: Language;
  readonly law: Law;
  /** The right-hand side of the entries' ids: the same for ever, or calendars show everything twice. */
  readonly host: string;
  readonly now: Instant;
}

const TWO_DAYS_S = 2 * 24 * 3_600;

/**
 * Deadlines as iCalendar (RFC 5545): an all-day entry on the day on which each is due in the office, two days ahead a
 * reminder. What stands still or is done is cancelled there, so that it leaves calendars that had it. A dossier is named by
 * its award, step and code, never by its title, which may name people.
 */
export function deadlineCalendar(
  deadlines: readonly DeadlineOfDossier[],
  { language, law, host, now }: DeadlineCalendarOptions,
): string {
  const words = WORDS[language];
  const calendar = ical({
    name: words.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Vinh Danh', product: 'deadlines', language: language.toUpperCase() },
    ttl: 3_600,
  });
  for (const deadline of deadlines) {
    if (deadline.dueAt === null) continue;
    const names = namesOf(deadline, law, language);
    const open = deadline.state === 'running' || deadline.state === 'missed';
    const event = calendar.createEvent({
      id: `deadline-${idOf(deadline)}@${host}`,
      sequence: deadline.revision,
      stamp: new Date(now),
      allDay: true,
      start: midnightUtc(localDateOf(deadline.dueAt)),
      summary: `${deadline.state === 'missed' ? words.missed : ''}${names.clock}: ${names.award} (${shortId(deadline.dossierId)})`,
      description: [
        words.due(dueText(deadline.dueAt, language)),
        words.step(names.step),
        words.dossier(deadline.dossierId),
      ].join('\n'),
      status: open ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (open) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: TWO_DAYS_S });
  }
  return calendar.toString();
}

/** The same for all turns of one clock of one dossier, and telling nobody which. */
const idOf = ({ dossierId, deadlineId }: DeadlineOfDossier): string =>
  createHash('sha256')
    .update(JSON.stringify([dossierId, deadlineId]))
    .digest('hex')
    .slice(0, 32);

/** All-day entries have a date and no zone; the library reads it in UTC. */
const midnightUtc = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/** By the version that binds the dossier, before its receipt by any version of the award; else by codes. */
function namesOf({ procedureCode, procedureVersion, clock, step }: DeadlineOfDossier, law: Law, language: Language) {
  const versions = law.procedures.filter(({ code }) => code === procedureCode);
  const procedure = versions.find(({ version }) => version === procedureVersion) ?? versions.at(-1);
  return {
    award: procedure?.names[language] ?? procedureCode,
    clock: procedure?.clocks[clock]?.names[language] ?? (clock === ANSWER_CLOCK ? WORDS[language].supplement : clock),
    step: procedure?.steps[step]?.names[language] ?? step,
  };
}

const WORDS = {
  vi: {
    name: 'Vinh Danh: thời hạn của tôi',
    missed: 'QUÁ HẠN. ',
    supplement: 'Bổ sung hồ sơ',
    due: (due: string) => `Đến hạn lúc ${due} (giờ Hà Nội)`,
    step: (step: string) => `Bước: ${step}`,
    dossier: (id: string) => `Hồ sơ: ${id}`,
  },
  en: {
    name: 'Vinh Danh: my deadlines',
    missed: 'OVERDUE. ',
    supplement: 'Answer to the request for supplement',
    due: (due: string) => `Due at ${due} (Hanoi time)`,
    step: (step: string) => `Step: ${step}`,
    dossier: (id: string) => `Dossier: ${id}`,
  },
} as const satisfies Record<Language, object>;
