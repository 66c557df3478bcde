import { type Bilingual, type Language, type SentenceNames, dayText, localDateOf } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { because, movedTo } from './phrases.js';
import type { Sentences } from './sentence.js';

type Received = DossierFactOf<'DossierReceived'>['data'];
type Asked = DossierFactOf<'SupplementRequested'>['data'];

const warningNames: Readonly<Record<Received['warnings'][number], Bilingual>> = {
  CONFIDENCE_UNKNOWN: {
    vi: 'chưa đọc được văn bản của phiên bản này',
    en: 'the text behind this version has not been read',
  },
  EXPIRES_SOON: { vi: 'phiên bản này sắp hết hiệu lực', en: 'this version ends soon' },
  PREREQUISITE_DOUBTFUL: {
    vi: 'có đối tượng không đạt một điều kiện chưa chắc áp dụng',
    en: 'a nominee does not meet a condition that may not apply',
  },
};

function warnings({ warnings }: Received, language: Language): string {
  if (warnings.length === 0) return '';
  const many = language === 'vi' ? 'cảnh báo' : warnings.length === 1 ? 'warning' : 'warnings';
  return `; ${warnings.length} ${many}: ${warnings.map((warning) => warningNames[warning][language]).join('; ')}`;
}

/** What the pin takes the place of, and whether it is for good (R1). */
function binding({ boundBefore, provisional }: Received, language: Language): string {
  const before = boundBefore
    ? {
        vi: `; thay cho phiên bản ${boundBefore.version} gắn tạm trước đó`,
        en: `; in the place of version ${boundBefore.version}, to which it was bound until then`,
      }[language]
    : '';
  const until = provisional
    ? {
        vi: '; gắn tạm cho đến khi cấp quyết định tiếp nhận',
        en: '; for the time being, until the level that decides receives it',
      }[language]
    : '';
  return before + until;
}

/** What is asked for: the document, the note, or the document with the note. */
function items({ items }: Asked, names: SentenceNames): string {
  return items
    .map(({ document, note }) => {
      if (document === undefined) return note ?? '—';
      return note === undefined ? names.document(document) : `${names.document(document)} (${note})`;
    })
    .join(', ');
}

export const intakeSentences: Sentences<
  'DossierReceived' | 'SupplementRequested' | 'DossierSupplemented' | 'DossierReturned'
> = {
  DossierReceived: {
    vi: ({ data, effectiveAt }, names) =>
      `Tiếp nhận hồ sơ theo ${data.procedure.code} ${data.procedure.version} (theo ngày tiếp nhận ${dayText(localDateOf(effectiveAt))})${binding(data, 'vi')}${warnings(data, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data, effectiveAt }, names) =>
      `Received under ${data.procedure.code} ${data.procedure.version} (by the day of receipt, ${dayText(localDateOf(effectiveAt))})${binding(data, 'en')}${warnings(data, 'en')}${movedTo(names.step(data.step))}`,
  },
  SupplementRequested: {
    vi: ({ data }, names) =>
      `Yêu cầu bổ sung: ${items(data, names)}${data.answerBy ? `; hạn trả lời: ${dayText(data.answerBy)}` : ''}${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Asked for a supplement: ${items(data, names)}${data.answerBy ? `; answer by ${dayText(data.answerBy)}` : ''}${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
  DossierSupplemented: {
    vi: ({ data }, names) => `Đã bổ sung hồ sơ${data.note ? `: ${data.note}` : ''}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) => `Supplemented${data.note ? `: ${data.note}` : ''}${movedTo(names.step(data.step))}`,
  },
  DossierReturned: {
    vi: ({ data }, names) => `Trả lại hồ sơ${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) => `Returned${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
};
