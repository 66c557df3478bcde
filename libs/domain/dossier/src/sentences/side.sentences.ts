import { claimsText } from '#libs/domain/eligibility';
import { type Bilingual, dayText, type Language, type SentenceNames, shortId } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { because, letter, movedTo, nominees } from './phrases.js';
import type { Sentences } from './sentence.js';

type Ground = DossierFactOf<'DossierSuspended'>['data']['ground'];
type Corrected = DossierFactOf<'FactCorrected'>['data'];

const groundNames: Readonly<Record<Ground, Bilingual>> = {
  discipline: { vi: 'đang xem xét kỷ luật', en: 'a disciplinary procedure' },
  investigation: { vi: 'đang điều tra', en: 'an investigation' },
  inspection: { vi: 'đang thanh tra, kiểm tra', en: 'an inspection' },
  complaint: { vi: 'đang giải quyết khiếu nại, tố cáo', en: 'a complaint or denunciation' },
  press: { vi: 'đang xác minh phản ánh của báo chí', en: 'a press report under verification' },
};

const fieldNames: Readonly<Record<Corrected['field'], Bilingual>> = {
  cluster: { vi: 'cụm, khối thi đua', en: 'the cluster or block' },
  unit: { vi: 'đơn vị', en: 'the unit' },
  name: { vi: 'tên', en: 'the name' },
  sex: { vi: 'giới tính', en: 'the sex' },
  standing: { vi: 'vị trí công tác', en: 'the standing' },
  birthDate: { vi: 'ngày sinh', en: 'the date of birth' },
  code: { vi: 'mã định danh', en: 'the code' },
  grade: { vi: 'hạng đề nghị', en: 'the grade proposed' },
  claims: { vi: 'nội dung kê khai', en: 'what was stated' },
  title: { vi: 'trích yếu hồ sơ', en: 'the title' },
};

/** What it said and what is right, each as people write it. */
function values({ field, old, new: value, claims }: Corrected, names: SentenceNames, language: Language) {
  const say = (text: string | undefined): string => {
    if (text === undefined) return '–';
    if (field === 'birthDate') return dayText(text);
    return field === 'grade' ? names.grade(text) : text;
  };
  return claims
    ? { was: claimsText(claims.old, language), is: claimsText(claims.new, language) }
    : { was: say(old), is: say(value) };
}

/** Whose record it is, which one, what it said and what is right. */
function correction(data: Corrected, names: SentenceNames, language: Language): string {
  const { was, is } = values(data, names, language);
  const { [language]: field } = fieldNames[data.field];
  return language === 'vi'
    ? `Đính chính ${field}${data.nomineeId ? ` của ${names.nominee(data.nomineeId)}` : ''} (bản ghi ${data.revision}): “${was}” thành “${is}”${because(data.reason, 'vi')}`
    : `Corrected ${field}${data.nomineeId ? ` of ${names.nominee(data.nomineeId)}` : ''} (revision ${data.revision}): “${was}” to “${is}”${because(data.reason, 'en')}`;
}

export const sideSentences: Sentences<
  | 'DossierWithdrawn'
  | 'DossierSuspended'
  | 'DossierResumed'
  | 'NomineesDetached'
  | 'DetachedDossierOpened'
  | 'NomineesEscalated'
  | 'EscalatedDossierOpened'
  | 'FactCorrected'
> = {
  DossierWithdrawn: {
    vi: ({ data }, names) => `Rút hồ sơ${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) => `Withdrawn${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
  DossierSuspended: {
    vi: ({ data }) =>
      `Tạm dừng hồ sơ vì ${groundNames[data.ground].vi} (văn bản ${letter(data.letter, 'vi')})${because(data.reason, 'vi')}`,
    en: ({ data }) =>
      `Suspended because of ${groundNames[data.ground].en} (letter ${letter(data.letter, 'en')})${because(data.reason, 'en')}`,
  },
  DossierResumed: {
    vi: ({ data }) => `Tiếp tục xử lý hồ sơ${because(data.reason, 'vi')}`,
    en: ({ data }) => `Resumed${because(data.reason, 'en')}`,
  },
  NomineesDetached: {
    vi: ({ data }, names) =>
      `Tách ${nominees(data.nominees, 'vi', names)} sang hồ sơ ${shortId(data.childDossierId)}${because(data.reason, 'vi')}`,
    en: ({ data }, names) =>
      `Detached ${nominees(data.nominees, 'en', names)} to dossier ${shortId(data.childDossierId)}${because(data.reason, 'en')}`,
  },
  DetachedDossierOpened: {
    vi: ({ data }, names) =>
      `Mở hồ sơ tách từ hồ sơ ${shortId(data.parentDossierId)} cho ${nominees(
        data.nominees.map(({ id }) => id),
        'vi',
        names,
      )}, giữ nguyên quy trình, kết quả và thời gian còn lại${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Opened apart from dossier ${shortId(data.parentDossierId)} for ${nominees(
        data.nominees.map(({ id }) => id),
        'en',
        names,
      )}, with its procedure, findings and remaining time${movedTo(names.step(data.step))}`,
  },
  NomineesEscalated: {
    vi: ({ data }, names) =>
      `Trình cấp trên khen thưởng: đề nghị ${names.award(data.procedureCode)} cho ${nominees(data.nominees, 'vi', names)}, sang hồ sơ ${shortId(data.childDossierId)}${because(data.reason, 'vi')}`,
    en: ({ data }, names) =>
      `Proposed ${nominees(data.nominees, 'en', names)} for ${names.award(data.procedureCode)}, in dossier ${shortId(data.childDossierId)}${because(data.reason, 'en')}`,
  },
  EscalatedDossierOpened: {
    vi: ({ data }, names) =>
      `Mở hồ sơ đề nghị ${names.award(data.procedureCode)} cho ${nominees(
        data.nominees.map(({ id }) => id),
        'vi',
        names,
      )}, trình lên từ hồ sơ ${shortId(data.parentDossierId)}; có giấy tờ và nội dung kê khai, được tiếp nhận và thẩm định lại từ đầu${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Begun for ${names.award(data.procedureCode)} with ${nominees(
        data.nominees.map(({ id }) => id),
        'en',
        names,
      )} from dossier ${shortId(data.parentDossierId)}: with their papers and what they state, to be received and appraised anew${movedTo(names.step(data.step))}`,
  },
  FactCorrected: {
    vi: ({ data }, names) => correction(data, names, 'vi'),
    en: ({ data }, names) => correction(data, names, 'en'),
  },
};
