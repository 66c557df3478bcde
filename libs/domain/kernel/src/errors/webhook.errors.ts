import { define } from './error-text.js';

/** Why a webhook is not kept. */
export const webhookErrors = define({
  WEBHOOK_TARGET_NOT_ALLOWED: {
    kind: 'rule',
    vi: 'Địa chỉ webhook không dùng được ({reason}): cần https tới máy chủ trên Internet công cộng; máy trong mạng nội bộ phải được người vận hành khai báo.',
    en: 'The webhook cannot point there ({reason}): it needs https to a server on the open internet; hosts of the own network have to be listed by an operator.',
  },
});
