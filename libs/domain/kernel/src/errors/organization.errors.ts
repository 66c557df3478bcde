import { define } from './error-text.js';

/** Why something about units, positions, mandates, handovers or clusters is not done, or why a position may not be used. */
export const organizationErrors = define({
  // Units
  UNIT_EXISTS: { kind: 'conflict', vi: 'Đơn vị {unit} đã được lập.', en: 'The unit {unit} is established already.' },
  UNIT_NOT_IN_FORCE: {
    kind: 'rule',
    vi: 'Đơn vị {unit} không tồn tại vào ngày {date}.',
    en: 'The unit {unit} is not in force on {date}.',
  },
  PARENT_NOT_IN_FORCE: {
    kind: 'rule',
    vi: 'Đơn vị cấp trên {parent} không tồn tại suốt thời gian kể từ ngày {date}.',
    en: 'The parent {parent} is not in force all the time from {date} on.',
  },
  UNIT_CIRCLE: {
    kind: 'rule',
    vi: 'Đơn vị {unit} không thể trực thuộc {parent}: {parent} lại nằm dưới {unit} vào ngày {date}.',
    en: 'The unit {unit} cannot stand under {parent}: on {date} {parent} stands under {unit}.',
  },
  UNIT_HAS_CHILDREN: {
    kind: 'conflict',
    vi: 'Còn đơn vị trực thuộc, phải chuyển hoặc kết thúc trước: {units}.',
    en: 'Units still stand under it and have to be moved or ended first: {units}.',
  },
  UNIT_MOVES_OUT_OF_ORDER: {
    kind: 'rule',
    vi: 'Ngày {date} không sau lần thay đổi gần nhất của đơn vị ({last}).',
    en: 'The day {date} does not come after the last change of the unit ({last}).',
  },
  UNIT_IS_ENDED: {
    kind: 'conflict',
    vi: 'Đơn vị đã kết thúc từ ngày {date}.',
    en: 'The unit has ended on {date}.',
  },
  DATES_OUT_OF_ORDER: {
    kind: 'rule',
    vi: 'Ngày {to} phải sau ngày {from}.',
    en: 'The day {to} must come after {from}.',
  },
  // Positions
  POSITION_EXISTS: {
    kind: 'conflict',
    vi: 'Mã vị trí {position} đã được dùng.',
    en: 'The id {position} is taken by a position already.',
  },
  POSITION_UNKNOWN: { kind: 'not_found', vi: 'Không có vị trí {position}.', en: 'There is no position {position}.' },
  POSITION_NOT_IN_FORCE: {
    kind: 'conflict',
    vi: 'Vị trí {position} không tồn tại vào ngày {date}.',
    en: 'The position {position} is not in force on {date}.',
  },
  POSITION_STILL_HELD: {
    kind: 'conflict',
    vi: 'Vị trí {position} còn người giữ sau ngày {date}.',
    en: 'The position {position} is still held after {date}.',
  },
  HEAD_EXISTS: {
    kind: 'conflict',
    vi: 'Đơn vị đã có vị trí đứng đầu: {position}.',
    en: 'The unit has a head position already: {position}.',
  },
  POSITION_TAKEN: {
    kind: 'conflict',
    vi: 'Vị trí {position} đã đủ người giữ vào ngày {date}.',
    en: 'The position {position} has no free seat on {date}.',
  },
  ALREADY_APPOINTED: {
    kind: 'conflict',
    vi: 'Người này đã giữ vị trí {position} trong thời gian đó.',
    en: 'This account holds the position {position} in that time already.',
  },
  APPOINTMENT_UNKNOWN: {
    kind: 'not_found',
    vi: 'Không có lần bổ nhiệm {appointment}.',
    en: 'There is no appointment {appointment}.',
  },
  APPOINTMENT_IS_OVER: {
    kind: 'conflict',
    vi: 'Lần bổ nhiệm này đã kết thúc từ ngày {date}.',
    en: 'The appointment is over since {date}.',
  },
  // Who may act in a position
  POSITION_NOT_HELD: {
    kind: 'forbidden',
    vi: 'Tài khoản không giữ vị trí {position}.',
    en: 'The account does not hold the position {position}.',
  },
  POSITION_VACANT: {
    kind: 'forbidden',
    vi: 'Vị trí {position} đang trống; chỉ người đứng đầu được làm thay.',
    en: 'The position {position} is vacant; only the head may act in it.',
  },
  DELEGATION_EXPIRED: {
    kind: 'forbidden',
    vi: 'Văn bản ủy quyền cho vị trí {position} đã hết hạn từ ngày {date}.',
    en: 'The mandate for the position {position} has expired on {date}.',
  },
  DELEGATION_NOT_BEGUN: {
    kind: 'forbidden',
    vi: 'Văn bản ủy quyền cho vị trí {position} chỉ có hiệu lực từ ngày {date}.',
    en: 'The mandate for the position {position} begins on {date}.',
  },
  DELEGATION_IS_WITHDRAWN: {
    kind: 'forbidden',
    vi: 'Ủy quyền cho vị trí {position} đã bị rút từ ngày {date}.',
    en: 'The mandate for the position {position} was withdrawn on {date}.',
  },
  // Mandates
  DELEGATION_UNKNOWN: {
    kind: 'not_found',
    vi: 'Không có ủy quyền {delegation}.',
    en: 'There is no mandate {delegation}.',
  },
  DELEGATION_IS_OVER: {
    kind: 'conflict',
    vi: 'Ủy quyền đã hết từ ngày {date}.',
    en: 'The mandate is over since {date}.',
  },
  DELEGATION_WIDENS_ROLES: {
    kind: 'rule',
    vi: 'Không thể ủy quyền vai trò mà vị trí không có: {roles}.',
    en: 'A mandate cannot give roles that the position does not have: {roles}.',
  },
  DELEGATION_NOT_TWICE: {
    kind: 'conflict',
    vi: 'Người này đã được ủy quyền cho vị trí đó trong thời gian này.',
    en: 'This account has a mandate for the position in that time already.',
  },
  DELEGATION_TO_HOLDER: {
    kind: 'rule',
    vi: 'Không ủy quyền cho người đang giữ chính vị trí đó.',
    en: 'Who holds the position needs no mandate for it.',
  },
  REDELEGATION: {
    kind: 'rule',
    vi: 'Người được ủy quyền không được ủy quyền lại.',
    en: 'Who acts by a mandate cannot pass it on.',
  },
  MANDATE_DATED_LATER: {
    kind: 'rule',
    vi: 'Văn bản ủy quyền ghi ngày {date}, sau ngày bắt đầu ủy quyền ({from}).',
    en: 'The written mandate is dated {date}, after the day on which it is to begin ({from}).',
  },
  // Handovers
  HANDOVER_UNKNOWN: {
    kind: 'not_found',
    vi: 'Không có lần bàn giao {handover}.',
    en: 'There is no handover {handover}.',
  },
  HANDOVER_IS_CLOSED: {
    kind: 'conflict',
    vi: 'Việc bàn giao này đã hoàn thành hoặc đã rút.',
    en: 'The handover is completed or withdrawn.',
  },
  HANDOVER_TO_ONESELF: {
    kind: 'rule',
    vi: 'Không bàn giao cho chính mình.',
    en: 'Nobody hands over to himself.',
  },
  HANDOVER_SIDE_CONFIRMED: {
    kind: 'conflict',
    vi: 'Bên này đã xác nhận bàn giao.',
    en: 'This side has confirmed the handover already.',
  },
  NOT_A_PARTY: {
    kind: 'forbidden',
    vi: 'Chỉ người giao, người nhận hoặc người đứng đầu được làm việc này.',
    en: 'This is for who hands over, who takes over, or the head.',
  },
  TAKER_NOT_IN_POSITION: {
    kind: 'rule',
    vi: 'Người nhận không giữ vị trí {position} vào ngày {date}.',
    en: 'Who takes over does not hold the position {position} on {date}.',
  },
  ROLES_NOT_IN_POSITION: {
    kind: 'rule',
    vi: 'Vị trí {position} không có vai trò: {roles}.',
    en: 'The position {position} does not have the roles: {roles}.',
  },
  WORK_ITEM_TWICE: {
    kind: 'rule',
    vi: 'Việc bị ghi hai lần: {items}.',
    en: 'Work stands twice in the list: {items}.',
  },
  WORK_ITEM_ELSEWHERE: {
    kind: 'conflict',
    vi: 'Việc đang nằm trong một lần bàn giao khác hoặc không còn thuộc người giao: {items}.',
    en: 'Work is in another open handover, or is not with who hands over any more: {items}.',
  },
  // Clusters
  CLUSTER_EXISTS: {
    kind: 'conflict',
    vi: 'Cụm, khối {cluster} đã được lập.',
    en: 'The cluster {cluster} is formed already.',
  },
  CLUSTER_NOT_IN_FORCE: {
    kind: 'rule',
    vi: 'Cụm, khối {cluster} không tồn tại vào ngày {date}.',
    en: 'The cluster {cluster} is not in force on {date}.',
  },
  CLUSTER_HAS_PARTS: {
    kind: 'conflict',
    vi: 'Còn cụm, khối trực thuộc, phải kết thúc trước: {clusters}.',
    en: 'Clusters still stand under it and have to be ended first: {clusters}.',
  },
  UNIT_IN_CLUSTER: {
    kind: 'conflict',
    vi: 'Đơn vị {unit} đã thuộc cụm, khối {cluster} cùng cấp trong thời gian này.',
    en: 'The unit {unit} belongs to the cluster {cluster} of this level in that time.',
  },
  NOT_IN_CLUSTER: {
    kind: 'conflict',
    vi: 'Đơn vị {unit} không thuộc cụm, khối này vào ngày {date}.',
    en: 'The unit {unit} does not belong to this cluster on {date}.',
  },
  NOBODY_IN_CHARGE: {
    kind: 'conflict',
    vi: 'Không có thành viên Hội đồng phụ trách vào ngày {date}.',
    en: 'No council member is in charge on {date}.',
  },
});
