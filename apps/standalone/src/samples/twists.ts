import type { Act } from '#libs/domain/procedure';
import type { Twist } from './story.js';

/** What may happen to a dossier on its way, each by the command that an office gives for it. */
export const twists = {
  assigned: (accountId: string, positionId: string): Twist => ({
    before: 'complete-appraisal',
    leaves: 'DossierAssigned',
    gives: ({ as }) => ({
      by: as('section_head'),
      command: { type: 'assign', data: { role: 'officer', accountId, positionId } },
    }),
  }),
  /** Who does that act has taken the dossier up, so that it lies on his own desk. */
  takenBy: (role: 'officer' | 'secretary' | 'authority' | 'clerk', before: Act): Twist => ({
    before,
    leaves: 'DossierClaimed',
    happened: ({ work }) => work[role]?.holder !== undefined,
    gives: ({ as }) => ({ by: as(role), command: { type: 'claim', data: {} } }),
  }),
  askedBeforeReceipt: {
    before: 'receive',
    leaves: 'SupplementRequested',
    stays: true,
    afterDays: 1,
    gives: ({ as }) => ({
      by: as('officer'),
      command: {
        type: 'request-supplement',
        data: {
          items: [{ document: 'TT', note: 'Tờ trình chưa ghi số, ngày; thiếu chữ ký của người đứng đầu' }],
          reason: 'Tờ trình chưa đúng thể thức',
        },
      },
    }),
  },
  asked: {
    before: 'complete-appraisal',
    leaves: 'SupplementRequested',
    stays: true,
    afterDays: 2,
    gives: ({ as, state }) => ({
      by: as('officer'),
      command: {
        type: 'request-supplement',
        data: {
          items: [
            {
              ...(state.documents.at(-1) ? { document: state.documents.at(-1)?.document } : {}),
              note: 'Thiếu xác nhận của thủ trưởng đơn vị ở hai báo cáo',
            },
            { note: 'Bổ sung số liệu so sánh với cùng kỳ năm trước' },
          ],
          reason: 'Báo cáo thành tích chưa đủ xác nhận và số liệu',
        },
      },
    }),
  },
  askedAfterVerdicts: {
    before: 'complete-appraisal',
    leaves: 'SupplementRequested',
    afterVerdicts: true,
    afterDays: 1,
    gives: ({ as }) => ({
      by: as('officer'),
      command: {
        type: 'request-supplement',
        data: { items: [{ note: 'Nộp lại báo cáo thành tích có xác nhận' }], reason: 'Báo cáo thành tích nộp lại' },
      },
    }),
  },
  replaced: {
    before: 'supplement',
    leaves: 'DocumentAttached',
    happened: ({ documents }) =>
      documents.some(({ document }, index) => documents.findIndex((each) => each.document === document) < index),
    afterDays: 1,
    gives: ({ as, state, papers }) => {
      const [first] = state.documents.filter(({ document }) => document.startsWith('BC'));
      return {
        by: as('submitter'),
        command: {
          type: 'attach-document',
          data: {
            document: first?.document ?? 'TT',
            ...(first?.form ? { form: first.form } : {}),
            formats: ['pdf'],
            ...papers.revised,
          },
        },
      };
    },
  },
  returned: {
    before: 'complete-appraisal',
    leaves: 'DossierReturned',
    stays: true,
    afterDays: 2,
    gives: ({ as, chance }) => ({
      by: as('officer'),
      command: {
        type: 'return',
        data: {
          reason: chance.pick([
            'Thành tích đã được khen thưởng ở quyết định năm trước, không tính lại',
            'Hồ sơ không thuộc thẩm quyền khen thưởng của Chủ tịch UBND tỉnh',
            'Biên bản họp xét không đủ số người dự theo quy chế',
          ]),
        },
      },
    }),
  },
  withdrawn: {
    before: 'complete-appraisal',
    leaves: 'DossierWithdrawn',
    stays: true,
    afterDays: 3,
    gives: ({ as }) => ({
      by: as('submitter'),
      command: { type: 'withdraw', data: { reason: 'Đơn vị rà soát lại danh sách, sẽ trình trong đợt sau' } },
    }),
  },
  suspended: {
    before: 'complete-appraisal',
    leaves: 'DossierSuspended',
    stays: true,
    afterDays: 3,
    gives: ({ as, today }) => ({
      by: as('officer'),
      command: {
        type: 'suspend',
        data: {
          ground: 'complaint',
          reason: 'Có đơn khiếu nại về thành tích của một tập thể trong danh sách, đang xác minh',
          letter: { number: '41/TTr-KN', date: today },
        },
      },
    }),
  },
  rejected: {
    before: 'approve',
    leaves: 'DossierRejected',
    stays: true,
    afterDays: 2,
    gives: ({ as }) => ({
      by: as('authority'),
      command: {
        type: 'reject',
        data: { reason: 'Chưa đủ căn cứ về phạm vi ảnh hưởng của thành tích trong toàn tỉnh' },
      },
    }),
  },
  detached: {
    before: 'complete-appraisal',
    leaves: 'NomineesDetached',
    afterDays: 1,
    gives: ({ as, state }) => ({
      by: as('officer'),
      command: {
        type: 'detach-nominees',
        data: {
          nominees: [...state.nominees.keys()].slice(-1),
          reason: 'Báo cáo của một đối tượng còn phải xác minh, không để cả danh sách chờ',
        },
      },
    }),
  },
  corrected: {
    before: 'complete-appraisal',
    leaves: 'FactCorrected',
    gives: ({ as, state }) => {
      const nominee = [...state.nominees.values()][0];
      return {
        by: as('officer'),
        command: {
          type: 'correct-fact',
          data: {
            revision: nominee?.statedAt.unit ?? nominee?.addedAt ?? 0,
            nomineeId: nominee?.id ?? 'N1',
            field: 'unit',
            old: nominee?.unit ?? '',
            new: `${nominee?.unit ?? ''} (sau sắp xếp đơn vị 01/7/2025)`,
            reason: 'Đơn vị ghi tên cũ, trước khi sắp xếp',
          },
        },
      };
    },
  },
  extended: {
    before: 'record-council-result',
    leaves: 'DeadlineExtended',
    gives: ({ as, state, today }) => ({
      by: as('authority'),
      command: {
        type: 'extend-deadline',
        data: {
          deadlineId:
            [...state.deadlines.values()].find((each) => each.state === 'running')?.terms.deadlineId ?? 'none',
          units: 5,
          letter: { number: '318/UBND-NC', date: today },
          reason: 'Hội đồng họp dồn vào cuối tháng; lãnh đạo đồng ý gia hạn',
        },
      },
    }),
  },
} as const satisfies Record<string, Twist | ((...args: never[]) => Twist)>;
