import type { Language } from '#libs/domain/kernel';
import type { AwardHistoryFactOf, RecordedAwardHistoryFact } from './award-history.events.js';

type Imported = AwardHistoryFactOf<'PastAwardsImported'>['data'];

function years({ covers }: Imported, language: Language): string {
  if (!covers) return '';
  const { from, to } = covers;
  if (from === undefined) return language === 'vi' ? `; đầy đủ đến năm ${to}` : `; whole up to ${to}`;
  return language === 'vi' ? `; đầy đủ các năm ${from}–${to}` : `; whole for ${from} to ${to}`;
}

/** One fact of a unit's lists as a line for people. May hold personal data (reasons). */
export function awardHistorySentence(fact: RecordedAwardHistoryFact, language: Language): string {
  const vi = language === 'vi';
  switch (fact.type) {
    case 'PastAwardsImported': {
      const { recipients, source } = fact.data;
      const count = recipients.length;
      return vi
        ? `Nhập ${count} dòng khen thưởng đã có từ ${source}${years(fact.data, language)}`
        : `Imported ${count} ${count === 1 ? 'line' : 'lines'} of earlier awards from ${source}${years(fact.data, language)}`;
    }
    case 'PastAwardStruck': {
      const { line, because, reason } = fact.data;
      if (vi)
        return `Gạch dòng ${line} (${because === 'cancelled' ? 'khen thưởng đã bị hủy' : 'nhập sai'}); lý do: ${reason}`;
      return `Line ${line} was struck (${because === 'cancelled' ? 'the award was cancelled' : 'it was wrong'}); reason: ${reason}`;
    }
    default: {
      const { nomineeId, ref, same, reason } = fact.data;
      return vi
        ? `Xác nhận ${nomineeId} ${same ? 'là' : 'không phải là'} người của ${ref}; lý do: ${reason}`
        : `Confirmed that ${nomineeId} ${same ? 'is' : 'is not'} the recipient of ${ref}; reason: ${reason}`;
    }
  }
}
