import type { Actor } from '#libs/domain/kernel';
import { type OfficeChart, actorIn } from './office-chart.js';

/** Where the sample accounts stand: an invented province, one position for each role. */
export const sampleOffice: OfficeChart = {
  from: '2016-01-01',
  units: [
    {
      unitId: 'ubnd-tinh',
      name: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial People’s Committee' },
      kind: 'tinh',
      positions: [
        {
          positionId: 'pos-chu-tich',
          title: { vi: 'Chủ tịch', en: 'Chair' },
          roles: ['authority'],
          head: true,
          holder: 'acc-lanh-dao',
        },
        {
          positionId: 'pos-truong-phong',
          title: { vi: 'Trưởng phòng Thi đua, Khen thưởng', en: 'Head of the section for emulation and commendation' },
          roles: ['section_head'],
          holder: 'acc-truong-phong',
        },
        {
          positionId: 'pos-chuyen-vien-1',
          title: { vi: 'Chuyên viên thẩm định', en: 'Appraisal officer' },
          roles: ['officer'],
          holder: 'acc-tham-dinh',
        },
        {
          positionId: 'pos-thu-ky-hoi-dong',
          title: { vi: 'Thư ký Hội đồng', en: 'Secretary of the council' },
          roles: ['secretary'],
          holder: 'acc-thu-ky',
        },
        {
          positionId: 'pos-uy-vien-hoi-dong',
          title: { vi: 'Ủy viên Hội đồng', en: 'Member of the council' },
          roles: ['council_member'],
          holder: 'acc-uy-vien',
        },
        {
          positionId: 'pos-van-thu',
          title: { vi: 'Văn thư', en: 'Registry clerk' },
          roles: ['clerk'],
          holder: 'acc-van-thu',
        },
      ],
    },
    {
      unitId: 'khoi-thi-dua-3',
      name: { vi: 'Đơn vị thường trực Khối thi đua số 3', en: 'Standing unit of block no. 3' },
      kind: 'don-vi',
      parentId: 'ubnd-tinh',
      positions: [
        {
          positionId: 'pos-khoi-3-can-bo',
          title: { vi: 'Cán bộ thi đua, khen thưởng', en: 'Emulation and commendation officer' },
          roles: ['submitter'],
          holder: 'acc-don-vi',
        },
      ],
    },
    {
      unitId: 'thanh-tra-tinh',
      name: { vi: 'Thanh tra tỉnh', en: 'Provincial inspectorate' },
      kind: 'so',
      parentId: 'ubnd-tinh',
      positions: [
        {
          positionId: 'pos-thanh-tra',
          title: { vi: 'Thanh tra viên', en: 'Inspector' },
          roles: ['auditor'],
          holder: 'acc-thanh-tra',
        },
      ],
    },
    {
      unitId: 'trung-tam-du-lieu',
      name: { vi: 'Trung tâm Dữ liệu', en: 'Data centre' },
      kind: 'so',
      parentId: 'ubnd-tinh',
      positions: [
        {
          positionId: 'pos-van-hanh',
          title: { vi: 'Vận hành hệ thống', en: 'System operator' },
          roles: ['operator'],
          holder: 'acc-van-hanh',
        },
      ],
    },
  ],
};

/** Who a sample account acts as. */
export const sampleActor = (accountId: string): Actor => actorIn(sampleOffice, accountId);
