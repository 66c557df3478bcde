import { define } from './error-text.js';

/** Why somebody does not come in, or not yet. */
export const signInErrors = define({
  NOT_SIGNED_IN: {
    kind: 'unauthenticated',
    vi: 'Cần đăng nhập, hoặc gửi kèm mã truy cập còn hiệu lực.',
    en: 'Sign in, or send a valid access token.',
  },
  SIGN_IN_FAILED: {
    kind: 'unauthenticated',
    vi: 'Tài khoản, mật khẩu hoặc mã xác thực không đúng.',
    en: 'Account, password or code is wrong.',
  },
  SECOND_FACTOR_CODE_NEEDED: {
    kind: 'unauthenticated',
    vi: 'Cần mã của ứng dụng xác thực hoặc một mã dự phòng.',
    en: 'A code of the authenticator app, or a recovery code, is needed.',
  },
  SECOND_FACTOR_REQUIRED: {
    kind: 'forbidden',
    vi: 'Vai trò của bạn cần xác thực hai lớp; hãy hoàn tất trước khi làm việc khác.',
    en: 'Your role needs a second factor; complete it before anything else.',
  },
  SECOND_FACTOR_CODE_WRONG: {
    kind: 'rule',
    vi: 'Mã xác thực không đúng hoặc đã dùng.',
    en: 'The code is wrong, or was used already.',
  },
  SECOND_FACTOR_ALREADY_ON: {
    kind: 'conflict',
    vi: 'Tài khoản đã bật xác thực hai lớp.',
    en: 'The account has a second factor already.',
  },
  SECOND_FACTOR_NOT_ON: {
    kind: 'conflict',
    vi: 'Tài khoản chưa bật hoặc chưa bắt đầu bật xác thực hai lớp.',
    en: 'The account has no second factor, or has not begun to set one up.',
  },
  SECOND_FACTOR_UNREADABLE: {
    kind: 'unavailable',
    vi: 'Máy chủ không đọc được xác thực hai lớp của tài khoản (thiếu đúng VINHDANH_SECRET_KEY); hãy báo người vận hành.',
    en: 'The server cannot read the second factor of the account (not the right VINHDANH_SECRET_KEY); tell the operator.',
  },
  TOO_MANY_ATTEMPTS: {
    kind: 'too_many',
    vi: 'Quá nhiều lần thử không thành. Hãy thử lại sau {seconds} giây.',
    en: 'Too many failed attempts. Try again in {seconds} seconds.',
  },
  RATE_LIMITED: {
    kind: 'too_many',
    vi: 'Quá nhiều yêu cầu. Hãy gửi lại sau {seconds} giây.',
    en: 'Too many requests. Send it again in {seconds} seconds.',
  },
  ORIGIN_NOT_ALLOWED: {
    kind: 'forbidden',
    vi: 'Yêu cầu không đến từ trang của hệ thống này.',
    en: 'The request does not come from a page of this system.',
  },
  SESSION_NEEDED: {
    kind: 'forbidden',
    vi: 'Việc này chỉ làm được sau khi đăng nhập bằng trình duyệt, không bằng mã truy cập.',
    en: 'This needs a session of somebody who signed in; an access token will not do.',
  },
  PASSWORD_MUST_CHANGE: {
    kind: 'forbidden',
    vi: 'Mật khẩu dùng một lần: hãy đổi mật khẩu trước khi làm việc khác.',
    en: 'This is a one-time password: change it before anything else.',
  },
  PASSWORD_LENGTH: {
    kind: 'rule',
    vi: 'Mật khẩu phải dài từ {least} đến {most} ký tự.',
    en: 'A password has {least} to {most} characters.',
  },
  PASSWORD_COMMON: {
    kind: 'rule',
    vi: 'Mật khẩu này quá phổ biến hoặc quá dễ đoán.',
    en: 'This password is too common, or too easy to guess.',
  },
  PASSWORD_HOLDS_ACCOUNT: {
    kind: 'rule',
    vi: 'Mật khẩu không được chứa tên tài khoản.',
    en: 'A password must not contain the account’s id.',
  },
  OIDC_NOT_CONFIGURED: {
    kind: 'not_found',
    vi: 'Hệ thống chưa cấu hình đăng nhập qua nhà cung cấp danh tính.',
    en: 'No identity provider is configured here.',
  },
  OIDC_ATTEMPT_UNKNOWN: {
    kind: 'malformed',
    vi: 'Lần đăng nhập này không có, đã dùng hoặc quá hạn; hãy bắt đầu lại.',
    en: 'This attempt to sign in is not known, was used or is too late; begin again.',
  },
  OIDC_REFUSED: {
    kind: 'unauthenticated',
    vi: 'Nhà cung cấp danh tính không xác nhận lần đăng nhập này.',
    en: 'The identity provider did not confirm this attempt to sign in.',
  },
  OIDC_UNAVAILABLE: {
    kind: 'unavailable',
    vi: 'Nhà cung cấp danh tính không trả lời.',
    en: 'The identity provider does not answer.',
  },
  ACCOUNT_NOT_KNOWN: {
    kind: 'forbidden',
    vi: 'Nhà cung cấp danh tính xác nhận bạn, nhưng không có tài khoản tương ứng ở đây.',
    en: 'The identity provider knows you, but no account here is yours.',
  },
  ACCOUNT_EXISTS: { kind: 'conflict', vi: 'Đã có tài khoản {account}.', en: 'There is an account {account} already.' },
  ACCOUNT_IS_OWN: {
    kind: 'conflict',
    vi: 'Không tự làm việc này với tài khoản của chính mình.',
    en: 'This is not done to one’s own account.',
  },
});
