import { define } from './error-text.js';

/** Why what somebody wants of messages, or of the delivery log, is not possible. */
export const notificationsErrors = define({
  PREFERENCE_NOT_ALLOWED: {
    kind: 'rule',
    vi: 'Không chọn được như vậy cho loại thông báo {category} trên kênh {channel}; chỉ có: {choices}.',
    en: 'Messages of the kind {category} cannot be had like this on {channel}; there is: {choices}.',
  },
  UNSUBSCRIBE_LINK_INVALID: {
    kind: 'not_found',
    vi: 'Liên kết này không do hệ thống cấp, hoặc đã bị cắt bớt khi sao chép.',
    en: 'This link was not made by the system, or was cut when it was copied.',
  },
  DELIVERY_NOT_GIVEN_UP: {
    kind: 'conflict',
    vi: 'Chỉ gửi lại được thư đã bị trả lại hoặc đã thôi gửi; thư này {state}.',
    en: 'Only what bounced or was given up can be sent again; this one is {state}.',
  },
  SENDING_NOT_HELD: {
    kind: 'conflict',
    vi: 'Việc gửi thông báo không bị giữ lại.',
    en: 'Sending is not held.',
  },
});
