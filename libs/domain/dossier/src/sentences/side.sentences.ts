import type { Bilingual } from '#libs/domain/kernel';
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
  title: { vi: 'trích yếu hồ sơ', en: 'the title' },
};

export const sideSentences: Sentences<
  | 'DossierWithdrawn'
  | 'DossierSuspended'
  | 'DossierResumed'
  | 'NomineesDetached'
  | 'DetachedDossierOpened'
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
    vi: ({ data }) =>
      `Tách ${nominees(data.nominees, 'vi')} sang hồ sơ ${data.childDossierId}${because(data.reason, 'vi')}`,
    en: ({ data }) =>
      `Detached ${nominees(data.nominees, 'en')} to dossier ${data.childDossierId}${because(data.reason, 'en')}`,
  },
  DetachedDossierOpened: {
    vi: ({ data }, names) =>
      `Mở hồ sơ tách từ hồ sơ ${data.parentDossierId} cho ${nominees(
        data.nominees.map(({ id }) => id),
        'vi',
      )}, giữ nguyên quy trình, kết quả và thời gian còn lại${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Opened apart from dossier ${data.parentDossierId} for ${nominees(
        data.nominees.map(({ id }) => id),
        'en',
      )}, with its procedure, findings and remaining time${movedTo(names.step(data.step))}`,
  },
  FactCorrected: {
    vi: ({ data }) =>
      `Đính chính ${fieldNames[data.field].vi}${data.nomineeId ? ` của ${data.nomineeId}` : ''} (bản ghi ${data.revision}): “${data.old}” thành “${data.new}”${because(data.reason, 'vi')}`,
    en: ({ data }) =>
      `Corrected ${fieldNames[data.field].en}${data.nomineeId ? ` of ${data.nomineeId}` : ''} (revision ${data.revision}): “${data.old}” to “${data.new}”${because(data.reason, 'en')}`,
  },
};
