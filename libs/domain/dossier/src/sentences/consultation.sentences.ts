import { type Bilingual, dayText } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { because, letter, nominees } from './phrases.js';
import type { Sentences } from './sentence.js';

export const answerNames: Readonly<Record<DossierFactOf<'OpinionReceived'>['data']['answer'], Bilingual>> = {
  agrees: { vi: 'nhất trí', en: 'agrees' },
  objects: { vi: 'không nhất trí', en: 'objects' },
  comments: { vi: 'có ý kiến khác', en: 'comments' },
};

export const objectionKindNames: Readonly<Record<DossierFactOf<'ObjectionRecorded'>['data']['kind'], Bilingual>> = {
  comment: { vi: 'ý kiến', en: 'a comment' },
  complaint: { vi: 'khiếu nại', en: 'a complaint' },
  denunciation: { vi: 'tố cáo', en: 'a denunciation' },
};

const outcomeNames: Readonly<Record<DossierFactOf<'ObjectionResolved'>['data']['outcome'], Bilingual>> = {
  answered: { vi: 'đã trả lời', en: 'answered' },
  unfounded: { vi: 'không có cơ sở', en: 'without ground' },
  upheld: { vi: 'đúng', en: 'upheld' },
};

/** What was asked and said stays out: a line of a timeline names the body and how it answered. Who objected stands in none. */
export const consultationSentences: Sentences<
  | 'OpinionRequested'
  | 'OpinionReceived'
  | 'OpinionWithdrawn'
  | 'PublicNoticeOpened'
  | 'PublicNoticeClosed'
  | 'ObjectionRecorded'
  | 'ObjectionResolved'
  | 'DecisionCopied'
  | 'CopyCorrected'
> = {
  OpinionRequested: {
    vi: ({ data }) =>
      `Lấy ý kiến hiệp y của ${data.body.name} (${data.opinionId})${data.letter ? `, văn bản ${letter(data.letter, 'vi')}` : ''}`,
    en: ({ data }) =>
      `Asked ${data.body.name} for its opinion (${data.opinionId})${data.letter ? `, letter ${letter(data.letter, 'en')}` : ''}`,
  },
  OpinionReceived: {
    vi: ({ data }) =>
      `Ý kiến trả lời ${data.opinionId}: ${answerNames[data.answer].vi}${data.letter ? `, văn bản ${letter(data.letter, 'vi')}` : ''}${data.late ? ' (đến sau khi hồ sơ đã đi tiếp)' : ''}`,
    en: ({ data }) =>
      `Answer to ${data.opinionId}: ${answerNames[data.answer].en}${data.letter ? `, letter ${letter(data.letter, 'en')}` : ''}${data.late ? ' (after the dossier had gone on)' : ''}`,
  },
  OpinionWithdrawn: {
    vi: ({ data }) => `Thôi lấy ý kiến ${data.opinionId}${because(data.reason, 'vi')}`,
    en: ({ data }) => `Took the question ${data.opinionId} back${because(data.reason, 'en')}`,
  },
  PublicNoticeOpened: {
    vi: ({ data }, names) =>
      `Công khai ${nominees(data.nominees, 'vi', names)} lấy ý kiến tại ${data.where} (${data.noticeId})`,
    en: ({ data }, names) =>
      `Public notice of ${nominees(data.nominees, 'en', names)} at ${data.where} (${data.noticeId})`,
  },
  PublicNoticeClosed: {
    vi: ({ data }) => `Kết thúc công khai ${data.noticeId}`,
    en: ({ data }) => `The public notice ${data.noticeId} was taken down`,
  },
  ObjectionRecorded: {
    vi: ({ data }, names) =>
      `Ghi nhận ${objectionKindNames[data.kind].vi} ${data.objectionId}${data.nominees ? ` về ${nominees(data.nominees, 'vi', names)}` : ''}${data.substantiated ? ', có ký tên và chứng cứ' : ''}`,
    en: ({ data }, names) =>
      `Recorded ${objectionKindNames[data.kind].en}, ${data.objectionId}${data.nominees ? `, about ${nominees(data.nominees, 'en', names)}` : ''}${data.substantiated ? ', signed and with evidence' : ''}`,
  },
  ObjectionResolved: {
    vi: ({ data }) => `Giải quyết phản ánh ${data.objectionId}: ${outcomeNames[data.outcome].vi}`,
    en: ({ data }) => `Settled ${data.objectionId}: ${outcomeNames[data.outcome].en}`,
  },
  DecisionCopied: {
    vi: ({ data }, names) =>
      `Sao gửi quyết định ngày ${dayText(data.sentOn)} cho ${data.to.name} (${data.copyId}; ${nominees(data.nominees, 'vi', names)})`,
    en: ({ data }, names) =>
      `Sent a copy of the decision to ${data.to.name} on ${dayText(data.sentOn)} (${data.copyId}; ${nominees(data.nominees, 'en', names)})`,
  },
  CopyCorrected: {
    vi: ({ data }) =>
      `Đính chính nơi nhận bản sao ${data.copyId}: ${data.to.name}, gửi ngày ${dayText(data.sentOn)}${because(data.reason, 'vi')}`,
    en: ({ data }) =>
      `Corrected the addressee of copy ${data.copyId}: ${data.to.name}, sent on ${dayText(data.sentOn)}${because(data.reason, 'en')}`,
  },
};
