import { type ReminderFacts, reminderWords } from './reminder-words.js';

const facts: ReminderFacts = {
  dossierCode: 'HS-2026-000087',
  title: 'Khen thưởng khối thi đua số 3',
  clock: { vi: 'Thẩm định và trình người có thẩm quyền', en: 'Appraisal and submission to the authority' },
  step: { vi: 'Thẩm định', en: 'Appraisal' },
  due: '17:00 27/08/2026',
  overdue: false,
  workingDaysLeft: 2,
  exact: true,
  vacant: false,
};
const spoken = (more: Partial<ReminderFacts>) => {
  const { subject, vi, en } = reminderWords({ ...facts, ...more });
  return { subject, vi: vi.join(' '), en: en.join(' ') };
};

describe('the words of a reminder', () => {
  it('say in the subject which dossier, which clock and until when, and no more', () => {
    expect(reminderWords(facts).subject.vi).toBe(
      '[TĐKT] HS-2026-000087: thẩm định và trình người có thẩm quyền đến hạn 17:00 27/08/2026',
    );
  });

  it('say which dossier, where it is, how long there is and what to do', () => {
    const { vi, en } = spoken({});
    for (const part of [
      'HS-2026-000087',
      'Khen thưởng khối thi đua số 3',
      '«Thẩm định»',
      'Còn 2 ngày làm việc',
      'Việc cần làm',
    ])
      expect(vi).toContain(part);
    for (const part of ['“Appraisal”', '2 working days left', 'What to do']) expect(en).toContain(part);
  });

  it('count the days as an office does', () => {
    expect(spoken({ workingDaysLeft: 0 })).toMatchObject({
      vi: expect.stringContaining('Hạn là hôm nay.') as string,
      en: expect.stringContaining('It ends today.') as string,
    });
    expect(spoken({ workingDaysLeft: 1 }).en).toContain('1 working day left');
    expect(spoken({ workingDaysLeft: 3, exact: false })).toMatchObject({
      vi: expect.stringContaining('Còn ít nhất 3 ngày làm việc') as string,
      en: expect.stringContaining('At least 3 working days left') as string,
    });
  });

  it('say that it is late, and by how much', () => {
    const late = spoken({ overdue: true, workingDaysLeft: -3 });
    expect(late.subject.vi).toContain('đã quá hạn từ 17:00 27/08/2026');
    expect(late.vi).toContain('Đã trễ 3 ngày làm việc.');
    expect(late.en).toContain('It is 3 working days late.');
    expect(spoken({ overdue: true, workingDaysLeft: 0 }).vi).toContain('Quá hạn trong hôm nay.');
  });

  it('say why somebody else is told when the position is vacant', () => {
    expect(spoken({ vacant: true })).toMatchObject({
      vi: expect.stringContaining('vị trí phụ trách đang trống') as string,
      en: expect.stringContaining('is vacant') as string,
    });
  });

  it('leave names in capitals alone', () => {
    expect(spoken({ clock: { vi: 'UBND xã trả lời', en: 'x' } }).subject.vi).toContain(': UBND xã trả lời đến hạn');
  });
});
