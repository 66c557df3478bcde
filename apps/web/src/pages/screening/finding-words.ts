import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#libs/domain/kernel';
import { useNewestProcedures } from '../../api/names.js';
import { useSay } from '../../components/index.js';
import { day, moment } from '../../format/dates.js';
import type { Question, Screened } from './screening.query.js';

interface Extension {
  readonly units: number;
  readonly letter: { readonly number: string; readonly date: string };
  readonly reason: string;
  readonly from: string;
  readonly dueAt: string;
}

/** Answers in a sentence what a case is about: what the fact says that matters for the question. */
export function useFindingWords(question: Question, rows: readonly Screened[]): (row: Screened) => string {
  const { t } = useTranslation('screening');
  const say = useSay();
  const procedureOf = useNewestProcedures(rows.map(({ award }) => award));
  return ({ about, award, step }) => {
    const procedure = procedureOf(award);
    // Until the procedure is there nobody reads codes in the place of its names.
    const named = (names: Bilingual | undefined, code: string) => (names ? say(names) : procedure ? code : '…');
    const text = (name: string): string => {
      const { [name]: value } = about;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    switch (question) {
      case 'overdue':
        return t('words.overdue', { clock: named(procedure?.clocks[text('clock')]?.names, text('clock')) });
      case 'deadline-changed': {
        const { units, letter, reason, from, dueAt } = about as unknown as Extension;
        return t('words.extended', {
          count: units,
          from: moment(from),
          to: moment(dueAt),
          letter: letter.number,
          date: day(letter.date),
          reason,
        });
      }
      case 'against-the-machine':
        return t('words.against', {
          count: (about['nominees'] as readonly unknown[]).length,
          reasons: [...new Set(about['reasons'] as readonly string[])].join('; '),
        });
      case 'replaced-after-appraisal': {
        const names = procedure?.documents.find(({ code }) => code === text('document'))?.names;
        return t('words.replaced', { document: named(names, text('document')) });
      }
      case 'outside-working-hours':
      case 'same-officer':
        return about['type'] === 'DecisionIssued' ? t('words.issued', { symbol: text('symbol') }) : t('words.approved');
      case 'without-assignment':
        return t('words.opened', { count: Number(about['times']) });
      default:
        return t('words.step', { step: named(procedure?.steps[step]?.names, step) });
    }
  };
}
