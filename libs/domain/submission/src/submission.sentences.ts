import type { EventWords } from '#libs/domain/dossier';
import { dayText, type Language, type SentenceNames } from '#libs/domain/kernel';
import type { RecordedSubmissionFact, SubmissionEventType } from './submission.events.js';

/** What a letter's events are called in the office, and what they mean. Total by its type. */
export const submissionEventWords: Readonly<Record<SubmissionEventType, EventWords>> = {
  SubmissionDrafted: {
    term: 'Dự thảo tờ trình',
    meaning: 'One letter of a body to the level above, for several of its dossiers, which stay apart.',
  },
  DossiersAddedToSubmission: { term: 'Thêm hồ sơ vào tờ trình', meaning: 'The draft carries these dossiers too.' },
  DossierRemovedFromSubmission: { term: 'Rút hồ sơ khỏi tờ trình', meaning: 'The draft carries this dossier no more.' },
  SubmissionSent: {
    term: 'Gửi tờ trình',
    meaning: 'The letter was sent under its number and day and changes no more; every dossier on it goes up.',
  },
  SubmissionReceived: {
    term: 'Tiếp nhận tờ trình',
    meaning:
      'The level above received these dossiers with the letter, each for itself, with its own receipt and clocks.',
  },
  DossierLeftBehind: {
    term: 'Hồ sơ không đi cùng tờ trình',
    meaning: 'When the letter was sent or received, this dossier could not be moved any more. The others went on.',
  },
  SubmissionAbandoned: { term: 'Bỏ tờ trình', meaning: 'The draft was given up, and its dossiers are free.' },
};

const count = (dossiers: readonly string[], language: Language): string =>
  language === 'vi'
    ? `${dossiers.length} hồ sơ`
    : `${dossiers.length} ${dossiers.length === 1 ? 'dossier' : 'dossiers'}`;

const occasions = {
  sending: { vi: 'khi gửi', en: 'at its sending' },
  receipt: { vi: 'khi tiếp nhận', en: 'at its receipt' },
} as const;

/** One fact of a letter as a line of its history. A reason may name people: for readers of the letter, never for a log. */
export function submissionSentence(fact: RecordedSubmissionFact, language: Language, names: SentenceNames): string {
  const vi = language === 'vi';
  switch (fact.type) {
    case 'SubmissionDrafted': {
      const { title, to, dossiers } = fact.data;
      const addressee = to.bodyId === undefined ? (vi ? 'cấp trên' : 'the level above') : names.unit(to.bodyId);
      return vi
        ? `Dự thảo tờ trình “${title}” gửi ${addressee}: ${count(dossiers, 'vi')}`
        : `Drafted the letter “${title}” to ${addressee}: ${count(dossiers, 'en')}`;
    }
    case 'DossiersAddedToSubmission':
      return vi
        ? `Thêm vào tờ trình ${count(fact.data.dossiers, 'vi')}`
        : `Added ${count(fact.data.dossiers, 'en')} to the letter`;
    case 'DossierRemovedFromSubmission':
      return vi
        ? `Rút hồ sơ ${names.dossier(fact.data.dossierId)} khỏi tờ trình`
        : `Took dossier ${names.dossier(fact.data.dossierId)} off the letter`;
    case 'SubmissionSent': {
      const { number, date } = fact.data.letter;
      return vi ? `Gửi Tờ trình số ${number} ngày ${dayText(date)}` : `Sent Letter ${number} of ${dayText(date)}`;
    }
    case 'SubmissionReceived': {
      const { dossiers, left } = fact.data;
      const others = left.map(({ dossierId }) => dossierId);
      const rest = others.length === 0 ? '' : vi ? `; còn lại ${count(others, 'vi')}` : `; left ${count(others, 'en')}`;
      return vi
        ? `Tiếp nhận theo tờ trình ${count(dossiers, 'vi')}${rest}`
        : `Received ${count(dossiers, 'en')} with the letter${rest}`;
    }
    case 'DossierLeftBehind': {
      const { dossierId, at } = fact.data;
      return vi
        ? `Hồ sơ ${names.dossier(dossierId)} không đi cùng tờ trình ${occasions[at].vi}`
        : `Dossier ${names.dossier(dossierId)} did not go with the letter ${occasions[at].en}`;
    }
    default:
      return vi ? `Bỏ tờ trình; lý do: ${fact.data.reason}` : `Gave the letter up; reason: ${fact.data.reason}`;
  }
}
