import { define } from './error-text.js';

/** Why a file is not taken in or not handed out. */
export const documentsErrors = define({
  DOCUMENT_TOO_LARGE: {
    kind: 'too_large',
    vi: 'Tệp quá lớn (tối đa {limit}).',
    en: 'The file is too large (limit {limit}).',
  },
  DOCUMENT_TYPE_NOT_ALLOWED: {
    kind: 'unsupported',
    vi: 'Chỉ nhận tệp {allowed}; loại tệp xét theo nội dung, không theo tên.',
    en: 'Only {allowed} files are taken; what counts is the content, not the name.',
  },
  DOCUMENT_EMPTY: { kind: 'malformed', vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  DOCUMENT_INCOMPLETE: {
    kind: 'malformed',
    vi: 'Tệp chưa được gửi hết. Xin gửi lại cùng Idempotency-Key.',
    en: 'The file broke off while it was sent. Send it again with the same Idempotency-Key.',
  },
  DOCUMENT_STORE_UNAVAILABLE: {
    kind: 'unavailable',
    vi: 'Kho tệp tạm thời không dùng được. Xin gửi lại cùng Idempotency-Key.',
    en: 'The file store cannot be used at the moment. Send it again with the same Idempotency-Key.',
  },
  DOCUMENT_NOT_IN_STORE: {
    kind: 'unavailable',
    vi: 'Kho tệp không có tệp {sha256} mà hồ sơ nêu; cần báo người vận hành.',
    en: 'The file store lacks the file {sha256} that the dossier names; tell the operator.',
  },
});
