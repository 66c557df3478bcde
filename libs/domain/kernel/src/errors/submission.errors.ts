import { define } from './error-text.js';

/** Why a letter to the level above (tờ trình) is not drafted, changed, sent or received. */
export const submissionErrors = define({
  SUBMISSION_EXISTS: {
    kind: 'conflict',
    vi: 'Đã có tờ trình {submission}.',
    en: 'There is a letter {submission} already.',
  },
  SUBMISSION_TO_ITSELF: {
    kind: 'rule',
    vi: 'Tờ trình gửi cấp trên, không gửi chính cơ quan trình.',
    en: 'A letter goes to the level above, not to the body that sends it.',
  },
  SUBMISSION_EMPTY: {
    kind: 'rule',
    vi: 'Tờ trình phải có ít nhất một hồ sơ.',
    en: 'A letter carries at least one dossier.',
  },
  TOO_MANY_DOSSIERS: {
    kind: 'rule',
    vi: 'Mỗi tờ trình tối đa {limit} hồ sơ.',
    en: 'A letter carries at most {limit} dossiers.',
  },
  DOSSIER_TWICE: {
    kind: 'rule',
    vi: 'Hồ sơ có hai lần trong tờ trình: {dossiers}.',
    en: 'Dossiers are on the letter twice: {dossiers}.',
  },
  DOSSIER_NOT_READY_FOR_SUBMISSION: {
    kind: 'conflict',
    vi: 'Hồ sơ {dossier} đang ở bước “{step}”, chưa đến lúc trình lên cấp này.',
    en: 'Dossier {dossier} is at “{step}” and cannot go up to this level from there.',
  },
  DOSSIER_IN_ANOTHER_SUBMISSION: {
    kind: 'conflict',
    vi: 'Hồ sơ đã nằm trong một tờ trình khác: {dossiers}.',
    en: 'Dossiers stand in another letter already: {dossiers}.',
  },
  DOSSIER_NOT_IN_SUBMISSION: {
    kind: 'conflict',
    vi: 'Hồ sơ {dossier} không nằm trong tờ trình này, hoặc đã đi tiếp từ đó.',
    en: 'Dossier {dossier} is not on this letter, or has gone on since.',
  },
  DOSSIERS_NOT_ENTERED: {
    kind: 'conflict',
    vi: 'Các hồ sơ này chưa ghi nhận tờ trình: {dossiers}.',
    en: 'These dossiers have not entered the letter: {dossiers}.',
  },
  SUBMISSION_SENT: {
    kind: 'conflict',
    vi: 'Tờ trình đã gửi, số {number} ngày {date}: không gửi lại và không sửa được nữa.',
    en: 'The letter was sent as no. {number} of {date}: it is not sent again and changes no more.',
  },
  SUBMISSION_NOT_SENT: {
    kind: 'conflict',
    vi: 'Tờ trình chưa gửi.',
    en: 'The letter has not been sent.',
  },
  SUBMISSION_UNDER_WAY: {
    kind: 'conflict',
    vi: 'Tờ trình vừa gửi, hồ sơ đang được chuyển lên. Xin xem lại sau giây lát.',
    en: 'The letter was just sent and its dossiers are on their way. Look again in a moment.',
  },
  SUBMISSION_RECEIVED: {
    kind: 'conflict',
    vi: 'Tờ trình đã được tiếp nhận.',
    en: 'The letter has been received.',
  },
  SUBMISSION_ABANDONED: {
    kind: 'conflict',
    vi: 'Tờ trình đã bỏ.',
    en: 'The letter was given up.',
  },
});
