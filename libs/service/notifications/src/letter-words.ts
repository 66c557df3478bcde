import type { Bilingual } from '#libs/domain/kernel';
import type { AlarmDelivery } from './delivery.js';

/** The sentences around what a letter is about, in both languages. */

export const greeting = (name: string): Bilingual => ({ vi: `Kính gửi ông/bà ${name},`, en: `Dear ${name},` });

const works = (n: number): string => `${n} task${n === 1 ? '' : 's'}`;

/** A bundle or a summary: how many, how many of them overdue. Nobody and no dossier is named in a subject. */
export function listSubject(form: 'bundle' | 'digest', all: number, overdue: number, day: string): Bilingual {
  const late = { vi: overdue > 0 ? `, ${overdue} quá hạn` : '', en: overdue > 0 ? `, ${overdue} overdue` : '' };
  return form === 'digest'
    ? {
        vi: `[TĐKT] Tổng hợp ngày ${day}: ${all} việc có thời hạn${late.vi}`,
        en: `[TĐKT] Summary of ${day}: ${works(all)} with a time limit${late.en}`,
      }
    : { vi: `[TĐKT] ${all} việc cần lưu ý${late.vi}`, en: `[TĐKT] ${works(all)} to look at${late.en}` };
}

export function listOpening(form: 'bundle' | 'digest', all: number): Bilingual {
  return form === 'digest'
    ? {
        vi: `Bản tổng hợp trong ngày: ${all} việc có thời hạn của ông/bà, xếp theo ngày đến hạn.`,
        en: `The summary of the day: ${works(all)} of yours with a time limit, by the day they are due.`,
      }
    : {
        vi: `Trong ít phút vừa qua có ${all} nhắc việc gửi ông/bà; hệ thống gộp lại trong một thư.`,
        en: `Within a few minutes ${all} reminders came up for you; they are put together in one letter.`,
      };
}

export const furtherItems = (n: number): Bilingual => ({
  vi: `… và ${n} việc khác trong danh sách việc của hệ thống.`,
  en: `… and ${n} more in the list of tasks in the system.`,
});

export const whyList = (vacant: boolean): Bilingual =>
  vacant
    ? {
        vi: 'Ông/bà nhận thư này vì vị trí của mình phụ trách, theo dõi các thời hạn nói trên, hoặc vì vị trí phụ trách đang trống.',
        en: 'You receive this letter because your position is in charge of these time limits or watches over them, or because the position in charge is vacant.',
      }
    : {
        vi: 'Ông/bà nhận thư này vì vị trí của mình phụ trách hoặc theo dõi các thời hạn nói trên.',
        en: 'You receive this letter because your position is in charge of these time limits, or watches over them.',
      };

export const alarmSubject = (n: number): Bilingual => ({
  vi: `[TĐKT] Cảnh báo: ${n} thư không đến nơi`,
  en: `[TĐKT] Alarm: ${n} letter${n === 1 ? '' : 's'} did not arrive`,
});

export const alarmOpening: Bilingual = {
  vi: 'Địa chỉ thư của các tài khoản sau không nhận thư. Việc cần làm: kiểm tra địa chỉ, rồi cho gửi lại trong nhật ký gửi.',
  en: 'The mail addresses of these accounts take no letters. What to do: check the address, then have it sent again from the delivery log.',
};

/** Ids and the code only: an address stands in no letter but its own. */
export const alarmLine = ({ aboutAccount, code, aboutLetter }: AlarmDelivery): Bilingual => ({
  vi: `Tài khoản ${aboutAccount}: ${code} (thư ${aboutLetter.slice(0, 12)})`,
  en: `Account ${aboutAccount}: ${code} (letter ${aboutLetter.slice(0, 12)})`,
});

export const whyAlarm: Bilingual = {
  vi: 'Ông/bà nhận thư này vì là người vận hành hệ thống.',
  en: 'You receive this letter because you operate the system.',
};

export const openDossier: Bilingual = { vi: 'Mở hồ sơ', en: 'Open the dossier' };

export const automatic: Bilingual = {
  vi: 'Thư do hệ thống Vinh Danh tự động gửi; danh sách việc trong hệ thống luôn là căn cứ chính xác.',
  en: 'Sent automatically by Vinh Danh; the list of tasks in the system is what counts.',
};

/** How to get less: with one click, in the settings, or not at all. */
export const lessByLink: Bilingual = { vi: 'Muốn nhận ít thư như thế này hơn', en: 'To get fewer letters like this' };
export const lessInSettings: Bilingual = {
  vi: 'Muốn nhận ít thư hơn: đổi trong phần cài đặt thông báo của hệ thống Vinh Danh.',
  en: 'To get fewer letters: change it in the notification settings of Vinh Danh.',
};
export const leastThereIs: Bilingual = {
  vi: 'Đối với việc có thời hạn, thư tổng hợp là mức ít nhất; giờ yên tĩnh riêng đặt trong phần cài đặt thông báo.',
  en: 'For work with a time limit this summary is the least there is; quiet hours of your own are set in the notification settings.',
};
