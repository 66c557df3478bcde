import { type Bilingual, type Language, type SentenceNames } from '#libs/domain/kernel';
import { awardKindNames, countByKind } from '#libs/domain/procedure';
import type { DossierFactOf } from '../dossier.events.js';
import { because, letter, movedTo, nomineeList } from './phrases.js';
import type { Sentences } from './sentence.js';

const secrecyNames: Readonly<Record<DossierFactOf<'DossierClassified'>['data']['level'], Bilingual>> = {
  none: { vi: 'không mật', en: 'not secret' },
  mat: { vi: 'Mật', en: 'secret (Mật)' },
  toi_mat: { vi: 'Tối mật', en: 'top secret (Tối mật)' },
  tuyet_mat: { vi: 'Tuyệt mật', en: 'of the highest secrecy (Tuyệt mật)' },
};

/** Form and files of a document, as far as they were told. */
function partsOf({ form, formats }: DossierFactOf<'DocumentAttached'>['data'], language: Language): string {
  const printed = form ? [`${language === 'vi' ? 'mẫu' : 'form'} ${form.number}, ${form.decree}`] : [];
  const parts = [...printed, ...(formats ? [formats.join(' + ')] : [])];
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

const nameOf = ({ document }: DossierFactOf<'DocumentAttached'>['data'], names: SentenceNames) =>
  names.document(document);

export const draftingSentences: Sentences<
  'DossierDrafted' | 'NomineesAdded' | 'DocumentAttached' | 'DossierClassified' | 'DossierSubmitted'
> = {
  DossierDrafted: {
    vi: ({ data }, names) =>
      `Soạn hồ sơ “${data.title}” đề nghị ${names.award(data.procedureCode)} (${awardKindNames[data.kind].vi}); đơn vị trình: ${names.unit(data.submittingUnitId)}; nơi nhận: ${names.unit(data.bodyId)}`,
    en: ({ data }, names) =>
      `Drafted “${data.title}” for ${names.award(data.procedureCode)} (${awardKindNames[data.kind].en}); submitting unit: ${names.unit(data.submittingUnitId)}; addressed to ${names.unit(data.bodyId)}`,
  },
  NomineesAdded: {
    vi: ({ data: { nominees } }, names) =>
      `Thêm đối tượng: ${countByKind(nominees, 'vi')} (${nomineeList(
        nominees.map(({ id }) => id),
        names,
      )})`,
    en: ({ data: { nominees } }, names) =>
      `Added nominees: ${countByKind(nominees, 'en')} (${nomineeList(
        nominees.map(({ id }) => id),
        names,
      )})`,
  },
  DocumentAttached: {
    vi: ({ data }, names) =>
      data.stub
        ? `Ghi nhận giấy tờ mật, không lưu tệp: ${nameOf(data, names)} ${letter(data.stub, 'vi')}; nơi giữ: ${data.stub.custodian}`
        : `Đính kèm: ${nameOf(data, names)}${partsOf(data, 'vi')}`,
    en: ({ data }, names) =>
      data.stub
        ? `Noted a secret document, no file kept: ${nameOf(data, names)} ${letter(data.stub, 'en')}; held by ${data.stub.custodian}`
        : `Attached: ${nameOf(data, names)}${partsOf(data, 'en')}`,
  },
  DossierClassified: {
    vi: ({ data }) => `Xác định độ mật: ${secrecyNames[data.level].vi}${because(data.reason, 'vi')}`,
    en: ({ data }) => `Classified as ${secrecyNames[data.level].en}${because(data.reason, 'en')}`,
  },
  DossierSubmitted: {
    vi: ({ data }, names) =>
      `Nộp hồ sơ${data.letter ? ` kèm văn bản ${letter(data.letter, 'vi')}` : ''}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Submitted${data.letter ? ` with letter ${letter(data.letter, 'en')}` : ''}${movedTo(names.step(data.step))}`,
  },
};
