import { define } from './error-text.js';

/** Why somebody signed in cannot act: in no position, or in several without saying in which. */
export const actingErrors = define({
  NO_POSITION: {
    kind: 'forbidden',
    vi: 'Hôm nay tài khoản không giữ vị trí nào và không được ủy quyền.',
    en: 'The account holds no position today and has no mandate.',
  },
  POSITION_NOT_CHOSEN: {
    kind: 'malformed',
    vi: 'Bạn giữ nhiều vị trí; hãy chọn một bằng tiêu đề Position hoặc đặt vị trí mặc định: {positions}.',
    en: 'You stand in several positions; choose one by the header Position, or set your default: {positions}.',
  },
  POSITION_ROLES_DIFFERED: {
    kind: 'forbidden',
    vi: 'Vào ngày {date} bạn không có vai trò này ở vị trí {position}.',
    en: 'On {date} you had none of these roles in the position {position}.',
  },
  ORGANIZATION_BEGUN: {
    kind: 'conflict',
    vi: 'Cơ quan đã được lập (đơn vị {unit}); mọi việc tiếp theo làm qua API.',
    en: 'The office has begun (unit {unit}); everything further goes over the API.',
  },
});
