import { define } from './error-text.js';

/** Why a reader is not told what he asked for. */
export const readingErrors = define({
  RECEIPT_CODE_MISTYPED: {
    kind: 'malformed',
    vi: 'Mã tra cứu gõ chưa đúng; xin xem lại 12 ký tự trên giấy tiếp nhận.',
    en: 'The receipt code was mistyped; please look at the 12 letters and digits on the receipt again.',
  },
  RECEIPT_CODE_UNKNOWN: {
    kind: 'not_found',
    vi: 'Không có hồ sơ nào với mã tra cứu này.',
    en: 'No dossier has this receipt code.',
  },
});
