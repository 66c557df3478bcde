import { BASE_UNIT } from './sample-chart.js';
import type { Sort } from './story.js';

const order = { award: 'HCLD3', kinds: ['cong_trang'] } as const;
const ORDER_LETTER = 'Đề nghị tặng Huân chương Lao động hạng Ba';
const toProvince = { from: BASE_UNIT, to: { level: 'MP', bodyId: 'ubnd-tinh' } } as const;

/** Orders that climb by letters (tờ trình): received, on their way, on a draft, and waiting for one. */
export const letterSorts: readonly Sort[] = [
  {
    name: 'to-trinh-da-nhan',
    ...order,
    count: 2,
    began: [22, 24],
    until: 'forward',
    more: {
      letter: {
        ...toProvince,
        name: 'da-nhan',
        title: `${ORDER_LETTER} dịp Quốc khánh`,
        draftedBefore: 15,
        stays: 'received',
      },
    },
  },
  {
    name: 'to-trinh-da-gui',
    ...order,
    count: 2,
    began: [10, 12],
    until: 'forward',
    more: {
      letter: {
        ...toProvince,
        name: 'da-gui',
        title: `${ORDER_LETTER} đợt tổng kết năm`,
        draftedBefore: 3,
        stays: 'sent',
      },
    },
  },
  {
    name: 'cho-trinh',
    ...order,
    count: 2,
    began: [58, 60],
    until: 'forward',
    more: { untilLevel: 'MP' },
  },
  {
    name: 'to-trinh-dang-soan',
    ...order,
    count: 2,
    began: [60, 64],
    until: 'forward',
    more: {
      untilLevel: 'MP',
      letter: {
        name: 'dang-soan',
        title: `${ORDER_LETTER}, trình Bộ Nội vụ`,
        from: 'ubnd-tinh',
        to: { level: 'MOHA' },
        draftedBefore: 1,
        stays: 'drafted',
      },
    },
  },
];
