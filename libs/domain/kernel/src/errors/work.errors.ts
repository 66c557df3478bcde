import { define } from './error-text.js';

/** Why a dossier is not claimed, assigned or given back, and why open work is not handed over. */
export const workErrors = define({
  DOSSIER_HELD: {
    kind: 'conflict',
    vi: 'Hồ sơ đang do {account} (vị trí {position}) giữ từ {since}.',
    en: 'The dossier has been held by {account} (position {position}) since {since}.',
  },
  DOSSIER_NOT_HELD: { kind: 'conflict', vi: 'Hồ sơ chưa có ai nhận.', en: 'Nobody holds the dossier.' },
  NOT_THE_HOLDER: {
    kind: 'forbidden',
    vi: 'Chỉ người đang giữ hồ sơ ({account}, vị trí {position}) mới trả lại được.',
    en: 'Only who holds the dossier ({account}, position {position}) can give it back.',
  },
  ASSIGNEE_NOT_IN_POSITION: {
    kind: 'rule',
    vi: '{account} hiện không giữ vị trí {position}.',
    en: '{account} does not hold the position {position}.',
  },
  ASSIGNEE_WITHOUT_ROLE: {
    kind: 'rule',
    vi: 'Vị trí {position} không làm phần việc {role}.',
    en: 'The position {position} does not do the work {role}.',
  },
  ASSIGNEE_IN_OTHER_UNIT: {
    kind: 'rule',
    vi: 'Vị trí {position} không thuộc cơ quan đang thụ lý hồ sơ.',
    en: 'The position {position} does not stand in the body at which the dossier lies.',
  },
  REASSIGNMENT_NEEDS_REASON: {
    kind: 'rule',
    vi: 'Hồ sơ đang do {account} giữ từ {since}; giao lại cho người khác phải nêu lý do.',
    en: 'The dossier has been held by {account} since {since}; giving it to somebody else needs a reason.',
  },
  NOTHING_TO_HAND_OVER: {
    kind: 'conflict',
    vi: 'Không có việc đang mở để bàn giao.',
    en: 'There is no open work to hand over.',
  },
  WORK_ITEM_NOT_OPEN: {
    kind: 'rule',
    vi: 'Không phải việc đang mở của người bàn giao: {items}.',
    en: 'Not open work of who hands over: {items}.',
  },
  WORK_LEFT_OUT: {
    kind: 'rule',
    vi: 'Việc đang mở không được nhắc đến; phải bàn giao hoặc nêu lý do để lại: {items}.',
    en: 'Open work that is not mentioned; hand it over or say why it stays: {items}.',
  },
  TOO_MUCH_WORK: {
    kind: 'rule',
    vi: 'Một lần bàn giao tối đa {limit} việc; hiện có {count}.',
    en: 'A handover moves at most {limit} pieces of work; there are {count}.',
  },
});
