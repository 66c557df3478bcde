import { define } from './error-text.js';

/** Why a command in several parts is not obeyed, or keeps another one waiting. */
export const partsErrors = define({
  COMMAND_UNFINISHED: {
    kind: 'conflict',
    vi: 'Lệnh “{act}” mới ghi được phần {part} trên {of}; phần còn lại đang được chờ đến {until}. Người gửi gửi lại đúng lệnh đó thì hệ thống ghi nốt.',
    en: 'Of “{act}” part {part} of {of} is recorded; the rest is awaited until {until}. Sent again by its sender, the same command is completed.',
  },
  COMMAND_OVERTAKEN: {
    kind: 'conflict',
    vi: 'Lệnh này đã ghi phần {part} trên {of}, sau đó hồ sơ đã thay đổi: {events}. Phần còn lại không được ghi; hãy xem hồ sơ và gửi phần còn thiếu bằng lệnh mới.',
    en: 'Of this command part {part} of {of} is recorded, and then the dossier changed: {events}. The rest was not recorded; look at the dossier and send what is missing as a new command.',
  },
  COMMAND_DECIDED_OTHERWISE: {
    kind: 'conflict',
    vi: 'Lệnh này đã ghi phần {part} trên {of} theo quy định lúc đó; nay quy định đã khác. Phần còn lại không được ghi; hãy xem hồ sơ và gửi phần còn thiếu bằng lệnh mới.',
    en: 'Of this command part {part} of {of} was recorded by the rules of then, which have changed. The rest was not recorded; look at the dossier and send what is missing as a new command.',
  },
  TOO_MUCH_TO_DETACH: {
    kind: 'rule',
    vi: 'Các đối tượng này cùng giấy tờ và kết quả thẩm định dài {bytes} byte, quá mức một hồ sơ mới bắt đầu được ({limit}). Hãy chia làm nhiều lần.',
    en: 'These nominees, their papers and what was found about them take {bytes} bytes, more than a new dossier may begin with ({limit}). Let them leave in several turns.',
  },
});
