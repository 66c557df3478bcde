import type { Bilingual } from '#libs/domain/kernel';
import type { ScreeningQuestion } from '#libs/service/read-models';

/** What each question asks, and by what. */
export const screeningWords: Readonly<
  Record<ScreeningQuestion, { readonly name: Bilingual; readonly how: Bilingual; readonly takes: readonly string[] }>
> = {
  overdue: {
    name: { vi: 'Quá hạn hơn N ngày làm việc', en: 'Overdue by more than N working days' },
    how: {
      vi: 'Thời hạn chưa hoàn thành, đã qua hơn số ngày làm việc được hỏi.',
      en: 'Clocks that are not met and were due more working days ago than asked for.',
    },
    takes: ['days'],
  },
  'deadline-changed': {
    name: { vi: 'Thời hạn được gia hạn bằng tay', en: 'Deadlines changed by hand' },
    how: { vi: 'Mỗi lần người có thẩm quyền gia hạn.', en: 'Each extension on the word of an authority.' },
    takes: [],
  },
  'against-the-machine': {
    name: { vi: 'Kết luận khác đề xuất của máy', en: 'Verdicts against the machine’s' },
    how: {
      vi: 'Lần thẩm định có kết luận khác kết quả tiêu chí, kèm lý do.',
      en: 'Appraisals with a verdict other than the criteria proposed, with the reason given.',
    },
    takes: [],
  },
  'replaced-after-appraisal': {
    name: { vi: 'Giấy tờ thay sau thẩm định', en: 'Documents replaced after appraisal' },
    how: {
      vi: 'Giấy tờ cùng loại được nộp lại sau khi đã có kết luận thẩm định.',
      en: 'A component that was handed in again after the first verdict.',
    },
    takes: [],
  },
  'outside-working-hours': {
    name: { vi: 'Ký ngoài giờ làm việc', en: 'Signed outside working hours' },
    how: {
      vi: 'Phê duyệt hoặc ban hành vào ngày nghỉ theo lịch, hoặc sau giờ hết ngày làm việc.',
      en: 'Approved or issued on a day off by the calendar, or after the hour at which the working day ends.',
    },
    takes: [],
  },
  'same-officer': {
    name: { vi: 'Cùng một người thẩm định và ký', en: 'The same person appraised and signed' },
    how: {
      vi: 'Người phê duyệt hoặc ban hành cũng là người đã kết luận thẩm định hồ sơ ấy.',
      en: 'Whoever approved or issued had also appraised that dossier.',
    },
    takes: [],
  },
  'without-assignment': {
    name: { vi: 'Mở hồ sơ không được giao', en: 'Opened without having it in hand' },
    how: {
      vi: 'Người đã mở hồ sơ mà chưa ghi việc gì vào hồ sơ và cũng không được giao. Không tính thanh tra.',
      en: 'Who opened a dossier, has recorded nothing about it and was not given it. Auditors are not counted.',
    },
    takes: [],
  },
  sample: {
    name: { vi: 'Chọn mẫu ngẫu nhiên', en: 'A random sample' },
    how: {
      vi: 'Xếp hồ sơ theo mã băm của hạt giống và mã hồ sơ: cùng hạt giống thì cùng mẫu.',
      en: 'Dossiers in the order of a hash of seed and id: the same seed gives the same sample.',
    },
    takes: ['seed'],
  },
};
