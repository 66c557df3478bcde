import type { Account, ChartedPosition, ChartedUnit, OfficeChart } from '#libs/service/access';
import { sampleOffice } from '#libs/service/access';

type Role = ChartedPosition['roles'][number];

/** Somebody of the sample province whom nobody can sign in as: he has no password and no token. */
const person = (id: string, name: string, unit: string): Account => ({
  id,
  name,
  email: `${id.replace('acc-', '')}@${unit}.example`,
  language: 'vi',
});

const position = (
  positionId: string,
  [vi, en]: readonly [string, string],
  role: Role,
  holder: string,
): ChartedPosition => ({
  positionId,
  title: { vi, en },
  roles: [role],
  holder,
  ...(role === 'authority' ? { head: true } : {}),
});

interface Submitting {
  readonly unitId: string;
  readonly name: readonly [vi: string, en: string];
  readonly kind: string;
  readonly holder: string;
  readonly who: string;
  readonly cluster: string;
}

/** The units that hand dossiers in besides block no. 3, each with one officer for emulation and commendation. */
export const submitting: readonly Submitting[] = [
  {
    unitId: 'so-y-te',
    name: ['Sở Y tế', 'Department of Health'],
    kind: 'so',
    holder: 'acc-y-te',
    who: 'Quách Thị Như Quỳnh',
    cluster: 'Khối thi đua số 1',
  },
  {
    unitId: 'so-giao-duc',
    name: ['Sở Giáo dục và Đào tạo', 'Department of Education and Training'],
    kind: 'so',
    holder: 'acc-giao-duc',
    who: 'Doãn Khắc Hiếu',
    cluster: 'Khối thi đua số 1',
  },
  {
    unitId: 'cong-an-tinh',
    name: ['Công an tỉnh', 'Provincial police'],
    kind: 'so',
    holder: 'acc-cong-an',
    who: 'Tòng Văn Hịa',
    cluster: 'Khối thi đua số 2',
  },
  {
    unitId: 'ban-quan-ly-du-an',
    name: [
      'Ban Quản lý dự án đầu tư xây dựng công trình giao thông, thủy lợi và phát triển nông thôn các xã vùng cao biên giới',
      'Management board of traffic, irrigation and rural development projects in the highland border communes',
    ],
    kind: 'don-vi',
    holder: 'acc-ban-quan-ly',
    who: 'Ksor H’Bia',
    cluster: 'Khối thi đua số 2',
  },
  {
    unitId: 'xa-ta-phin-ho',
    name: ['Ủy ban nhân dân xã Tả Phìn Hồ', 'People’s Committee of Tả Phìn Hồ commune'],
    kind: 'xa',
    holder: 'acc-xa-ta-phin-ho',
    who: 'Giàng Thị Dợ',
    cluster: 'Cụm thi đua các xã vùng cao',
  },
  {
    unitId: 'truong-ban-tru',
    name: [
      'Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nậm Khao – Tà Phìn Chải',
      'Semi-boarding school of Nậm Khao and Tà Phìn Chải',
    ],
    kind: 'truong',
    holder: 'acc-truong-ban-tru',
    who: 'Lù Thị Sáo',
    cluster: 'Cụm thi đua các xã vùng cao',
  },
];

/** The department that stands between units and province where an award climbs. */
export const BASE_UNIT = 'so-nong-nghiep';

const base: ChartedUnit = {
  unitId: BASE_UNIT,
  name: { vi: 'Sở Nông nghiệp và Môi trường', en: 'Department of Agriculture and Environment' },
  kind: 'so',
  parentId: 'ubnd-tinh',
  positions: [
    position('pos-so-giam-doc', ['Giám đốc', 'Director'], 'authority', 'acc-so-giam-doc'),
    position('pos-so-chuyen-vien', ['Chuyên viên', 'Officer'], 'officer', 'acc-so-chuyen-vien'),
    position('pos-so-thu-ky', ['Thư ký Hội đồng', 'Secretary of the council'], 'secretary', 'acc-so-thu-ky'),
    position('pos-so-van-thu', ['Văn thư', 'Registry clerk'], 'clerk', 'acc-so-van-thu'),
  ],
};

/** The other units of the sample province, beside those of the sample accounts. */
export const sampleChart: OfficeChart = {
  from: sampleOffice.from,
  units: [
    base,
    ...submitting.map(({ unitId, name: [vi, en], kind, holder }): ChartedUnit => ({
      unitId,
      name: { vi, en },
      kind,
      parentId: 'ubnd-tinh',
      positions: [
        position(
          `pos-${unitId}`,
          ['Cán bộ thi đua, khen thưởng', 'Emulation and commendation officer'],
          'submitter',
          holder,
        ),
      ],
    })),
  ],
};

/** Somebody who leaves the section, and who is to take over from him. */
export const leaver = { accountId: 'acc-nguoi-di', positionId: 'pos-chuyen-vien-2' } as const;
export const newcomer = { accountId: 'acc-nguoi-den', positionId: 'pos-chuyen-vien-3' } as const;

/** Accounts of everybody here. */
export const sampleColleagues: readonly Account[] = [
  person('acc-so-giam-doc', 'Trương Công Nghĩa', BASE_UNIT),
  person('acc-so-chuyen-vien', 'Lý Thị Kiều Oanh', BASE_UNIT),
  person('acc-so-thu-ky', 'Phan Đình Khôi', BASE_UNIT),
  person('acc-so-van-thu', 'Hồ Thị Ái Vân', BASE_UNIT),
  ...submitting.map(({ holder, who, unitId }) => person(holder, who, unitId)),
  person(leaver.accountId, 'Âu Dương Trọng Nghĩa', 'so-noi-vu'),
  person(newcomer.accountId, 'H’Nhi Niê', 'so-noi-vu'),
];

/** Whose account does a role's work in a unit. @throws where nobody does. */
export function accountIn(unitId: string, role: Role): string {
  const units = [...sampleOffice.units, ...sampleChart.units];
  const found = units
    .find((unit) => unit.unitId === unitId)
    ?.positions.find(({ roles, holder }) => roles.includes(role) && holder !== undefined)?.holder;
  if (found === undefined) throw new Error(`Nobody is ${role} in ${unitId} of the sample province.`);
  return found;
}

/** The name that goes under a decision. */
export const AUTHORITY_NAMES: Readonly<Record<string, string>> = {
  'ubnd-tinh': 'Đặng Văn Thành',
  [BASE_UNIT]: 'Trương Công Nghĩa',
};
