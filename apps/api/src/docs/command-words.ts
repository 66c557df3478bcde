import type { Bilingual } from '#libs/domain/kernel';
import { actName } from '#libs/domain/procedure';

export type CommandWords = Bilingual;

/** What a command does, as a heading, by the route that takes it. Those of dossiers are called as the procedures call them. */
const words: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  commandDecision: {
    issue: { vi: 'ban hành', en: 'issue' },
    'give-up': { vi: 'bỏ dự thảo', en: 'give up the draft' },
    'cancel-award': { vi: 'hủy khen thưởng một trường hợp', en: 'cancel one award' },
    'restore-award': { vi: 'phục hồi danh hiệu một trường hợp', en: 'restore one award' },
  },
  commandUnit: {
    move: { vi: 'chuyển trực thuộc', en: 'move under another unit' },
    end: { vi: 'kết thúc đơn vị', en: 'end the unit' },
    'create-position': { vi: 'lập vị trí', en: 'create a position' },
    'end-position': { vi: 'bỏ vị trí', en: 'end a position' },
    appoint: { vi: 'bổ nhiệm', en: 'appoint' },
    'end-appointment': { vi: 'thôi giữ vị trí', en: 'end an appointment' },
    'give-delegation': { vi: 'ủy quyền', en: 'give a mandate' },
    'withdraw-delegation': { vi: 'rút ủy quyền', en: 'withdraw a mandate' },
    'propose-handover': { vi: 'đề nghị bàn giao', en: 'propose a handover' },
    'confirm-handover': { vi: 'xác nhận bàn giao', en: 'confirm a handover' },
    'withdraw-handover': { vi: 'rút hoặc từ chối bàn giao', en: 'withdraw or decline a handover' },
  },
  commandAwardHistory: {
    import: { vi: 'nhập danh sách', en: 'import a list' },
    strike: { vi: 'gạch một dòng', en: 'strike a line' },
    recognise: { vi: 'xác nhận cùng một người', en: 'say whether it is the same recipient' },
  },
  commandCluster: {
    'add-member': { vi: 'đưa đơn vị vào', en: 'add a member' },
    'remove-member': { vi: 'đưa đơn vị ra', en: 'remove a member' },
    'put-in-charge': { vi: 'phân công phụ trách', en: 'put a council member in charge' },
    relieve: { vi: 'thôi phụ trách', en: 'relieve who is in charge' },
    end: { vi: 'giải thể', en: 'end the cluster' },
  },
  commandCalendar: {
    'enter-notice': { vi: 'nhập thông báo', en: 'enter a notice' },
    'withdraw-notice': { vi: 'rút thông báo', en: 'withdraw a notice' },
    'complete-year': { vi: 'đủ lịch của năm', en: 'complete a year' },
    'reopen-year': { vi: 'mở lại năm', en: 'reopen a year' },
  },
  commandCampaign: {
    extend: { vi: 'gia hạn', en: 'extend' },
    close: { vi: 'đóng', en: 'close' },
  },
  commandSubmission: {
    'add-dossiers': { vi: 'thêm hồ sơ', en: 'add dossiers' },
    'remove-dossier': { vi: 'rút một hồ sơ', en: 'take a dossier off' },
    send: { vi: 'gửi', en: 'send' },
    receive: { vi: 'tiếp nhận', en: 'receive' },
    abandon: { vi: 'bỏ', en: 'give up' },
  },
  commandProcedure: {
    'save-draft': { vi: 'lưu bản nháp', en: 'save a draft' },
    'discard-draft': { vi: 'bỏ bản nháp', en: 'discard a draft' },
    publish: { vi: 'công bố', en: 'publish' },
    retire: { vi: 'kết thúc hiệu lực', en: 'end a version' },
  },
};

const subjects: Readonly<Record<string, Bilingual>> = {
  commandDossier: { vi: 'Hồ sơ', en: 'Dossier' },
  commandDecision: { vi: 'Quyết định', en: 'Decision' },
  commandUnit: { vi: 'Đơn vị', en: 'Unit' },
  commandCluster: { vi: 'Cụm, khối', en: 'Cluster' },
  commandAwardHistory: { vi: 'Khen thưởng đã có', en: 'Earlier awards' },
  commandCalendar: { vi: 'Lịch làm việc', en: 'Calendar' },
  commandCampaign: { vi: 'Đợt trình hồ sơ', en: 'Campaign' },
  commandSubmission: { vi: 'Tờ trình nhiều hồ sơ', en: 'Letter for several dossiers' },
  commandProcedure: { vi: 'Quy trình', en: 'Procedure' },
};

/** `Hồ sơ: tiếp nhận hồ sơ`, `Dossier: receipt`; for a route without words of its own what it says of itself, and the command. */
export function wordsOf(route: string, command: string, summary: Bilingual): Bilingual {
  const subject = subjects[route] ?? summary;
  const own = words[route]?.[command] ?? { vi: actName(command, 'vi'), en: actName(command, 'en') };
  return { vi: `${subject.vi}: ${own.vi}`, en: `${subject.en}: ${own.en}` };
}
