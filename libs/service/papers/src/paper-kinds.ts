import type { Bilingual } from '#libs/domain/kernel';

/** Papers about a dossier, in the order in which an office makes them. */
export const dossierPaperKinds = [
  'submission',
  'receipt',
  'supplement-request',
  'minutes',
  'forwarding',
  'summary',
] as const;

/** Papers about a decision. */
export const decisionPaperKinds = ['decision'] as const;

export type DossierPaperKind = (typeof dossierPaperKinds)[number];
export type DecisionPaperKind = (typeof decisionPaperKinds)[number];
export type PaperKind = DossierPaperKind | DecisionPaperKind;

export const paperKinds = [...dossierPaperKinds, ...decisionPaperKinds] as const;

/** What each is called. The papers themselves are always in Vietnamese. */
export const paperNames: Readonly<Record<PaperKind, Bilingual>> = {
  submission: { vi: 'Tờ trình', en: 'Submission letter' },
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt' },
  'supplement-request': { vi: 'Phiếu yêu cầu bổ sung hồ sơ', en: 'Request for a supplement' },
  minutes: { vi: 'Biên bản họp Hội đồng', en: 'Minutes of the council' },
  forwarding: { vi: 'Tờ trình cấp trên', en: 'Letter to the superior body' },
  summary: { vi: 'Bản tóm tắt hồ sơ', en: 'Summary of the dossier' },
  decision: { vi: 'Quyết định', en: 'Decision' },
};

/** The two files that there are of each paper. */
export const paperFormats = ['pdf', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

export const mediaTypeOf: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
