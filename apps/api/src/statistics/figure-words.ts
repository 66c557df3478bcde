import type { Bilingual } from '#libs/domain/kernel';

/** What a figure is called, how it is made, and what is not in it. */
export interface FigureWords {
  readonly name: Bilingual;
  readonly formula: Bilingual;
  readonly excluded: Bilingual;
}

export const figureKeys = [
  'onTime',
  'running',
  'directWorkersByAward',
  'directWorkersByCluster',
  'byCluster',
  'medianStay',
  'answerTime',
  'returned',
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** One sentence each, for whoever asks how a figure came about. */
export const figureWords: Readonly<Record<FigureKey, FigureWords>> = {
  onTime: {
    name: { vi: 'Đúng hạn theo thời hạn của từng bước', en: 'On time, by the clock of each step' },
    formula: {
      vi: 'Số lượt thời hạn hoàn thành trong hạn chia cho số lượt đã hoàn thành hoặc đã quá hạn.',
      en: 'Turns of a clock that were met in time, divided by those that were met or missed.',
    },
    excluded: {
      vi: 'Không tính lượt đang chạy còn hạn, đang tạm dừng, chờ lịch làm việc hoặc đã huỷ. Thời gian tạm dừng không tính vào hạn. Đã quá hạn thì tính là trễ mãi mãi, kể cả khi hoàn thành sau đó.',
      en: 'Not counted: what still runs, stands still, waits for a calendar or was cancelled. Paused time is not part of a limit. What was missed counts late for ever, also when it was done afterwards.',
    },
  },
  running: {
    name: { vi: 'Đang xử lý và quá hạn', en: 'On its way, and overdue' },
    formula: {
      vi: 'Số hồ sơ đang xử lý có thời hạn đã qua chia cho số hồ sơ đang xử lý: đã nộp và chưa có kết quả.',
      en: 'Dossiers on their way with a deadline that has passed, divided by those on their way: submitted, without an outcome.',
    },
    excluded: {
      vi: 'Không tính hồ sơ đang soạn, đã trả, đã rút hoặc đã có kết quả. Hạn đang tạm dừng không tính là quá hạn.',
      en: 'Not counted: drafts, and what was returned, withdrawn or decided. A clock that stands still is not overdue.',
    },
  },
  directWorkersByAward: workers('hình thức khen thưởng', 'award'),
  directWorkersByCluster: workers('cụm, khối thi đua của hồ sơ', 'cluster or block of the dossier'),
  byCluster: {
    name: { vi: 'Hồ sơ theo hình thức và cụm, khối thi đua', en: 'Dossiers by award and cluster or block' },
    formula: {
      vi: 'Số hồ sơ của từng hình thức trong từng cụm, khối thi đua.',
      en: 'Dossiers of each award in each cluster or block.',
    },
    excluded: {
      vi: 'Không loại trừ hồ sơ nào trong phạm vi được xem; hồ sơ chưa ghi cụm, khối đứng riêng một cột.',
      en: 'Nothing within the reader’s sight is left out; dossiers of no cluster stand in a column of their own.',
    },
  },
  answerTime: {
    name: { vi: 'Thời gian đơn vị trả lời bổ sung', en: 'Time units took to answer a request' },
    formula: {
      vi: 'Giá trị đứng giữa của thời gian từ yêu cầu bổ sung đến lần bổ sung kế tiếp, tính theo ngày lịch; chậm nhất đứng trước.',
      en: 'The middle one of the times from a request for a supplement to the answer, in calendar time; slowest first.',
    },
    excluded: {
      vi: 'Không tính yêu cầu chưa được trả lời. Ngày nghỉ nằm trong con số này.',
      en: 'Requests that are not answered yet are not counted. Days off are part of it.',
    },
  },
  medianStay: {
    name: { vi: 'Thời gian trung vị ở mỗi bước', en: 'Median time at each step' },
    formula: {
      vi: 'Giá trị đứng giữa của thời gian từ lúc hồ sơ đến bước cho tới lúc rời bước, tính theo ngày lịch.',
      en: 'The middle one of the times from when a dossier came to a step until it left it, in calendar time.',
    },
    excluded: {
      vi: 'Không tính lượt hồ sơ còn ở bước. Ngày nghỉ và thời gian tạm dừng nằm trong con số này.',
      en: 'Stays that have not ended are not counted. Days off and pauses are part of it.',
    },
  },
  returned: {
    name: { vi: 'Hồ sơ bị trả', en: 'Returned dossiers' },
    formula: {
      vi: 'Số hồ sơ bị trả lại và chưa được nộp lại, kèm lý do của lần trả gần nhất.',
      en: 'Dossiers that were returned and not handed in again, with the reason of the latest return.',
    },
    excluded: {
      vi: 'Không tính hồ sơ đã nộp lại, hồ sơ được rút và hồ sơ được yêu cầu bổ sung.',
      en: 'Not counted: what was handed in again, withdrawn, or asked to be supplemented.',
    },
  },
};

function workers(vi: string, en: string): FigureWords {
  return {
    name: { vi: `Người lao động trực tiếp theo ${vi}`, en: `Direct workers, by ${en}` },
    formula: {
      vi: 'Số cá nhân là người lao động trực tiếp chia cho số cá nhân đã ghi rõ là trực tiếp hay lãnh đạo, quản lý (F9).',
      en: 'Individuals who are direct workers, divided by those of whom it is stated whether they are or lead (F9).',
    },
    excluded: {
      vi: 'Không tính tập thể, hộ gia đình và cá nhân chưa ghi rõ (nêu riêng ở “chưa rõ”).',
      en: 'Not counted: collectives, households, and individuals of whom nobody has said (told apart as unknown).',
    },
  };
}
