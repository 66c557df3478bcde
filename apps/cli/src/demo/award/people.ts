import type { Language } from '#libs/domain/kernel';
import { actingFor, type Procedure, type RoleAtLevel } from '#libs/domain/procedure';
import type { Account, OfficeChart } from '#libs/service/access';

/** The units of the sample province that stand for the levels of a dossier's way; none above the province is in it. */
export const unitOf: Readonly<Record<string, string>> = {
  UNIT: 'khoi-thi-dua-3',
  BASE: 'so-nong-nghiep',
  MP: 'ubnd-tinh',
};

const base = (id: string, name: string): Account => ({
  id,
  name,
  email: `${id.replace('acc-', '')}@so-nong-nghiep.example`,
  language: 'vi',
});

/** Invented people of the department at base level, which the sample province does without. */
export const baseAccounts: readonly Account[] = [
  base('acc-so-giam-doc', 'Trương Công Nghĩa'),
  base('acc-so-chuyen-vien', 'Lý Thị Kiều Oanh'),
  base('acc-so-thu-ky', 'Phan Đình Khôi'),
  base('acc-so-van-thu', 'Hồ Thị Ái Vân'),
];

const position = (
  positionId: string,
  [vi, en]: readonly [string, string],
  role: 'authority' | 'officer' | 'secretary' | 'clerk',
  holder: string,
) => ({ positionId, title: { vi, en }, roles: [role], holder, ...(role === 'authority' ? { head: true } : {}) });

export const baseOffice: OfficeChart = {
  from: '2016-01-01',
  units: [
    {
      unitId: 'so-nong-nghiep',
      name: { vi: 'Sở Nông nghiệp và Môi trường', en: 'Department of Agriculture and Environment' },
      kind: 'so',
      parentId: 'ubnd-tinh',
      positions: [
        position('pos-so-giam-doc', ['Giám đốc', 'Director'], 'authority', 'acc-so-giam-doc'),
        position('pos-so-chuyen-vien', ['Chuyên viên', 'Officer'], 'officer', 'acc-so-chuyen-vien'),
        position('pos-so-thu-ky', ['Thư ký Hội đồng', 'Secretary of the council'], 'secretary', 'acc-so-thu-ky'),
        position('pos-so-van-thu', ['Văn thư', 'Registry clerk'], 'clerk', 'acc-so-van-thu'),
      ],
    },
  ],
};

const people: Readonly<Record<string, `acc-${string}`>> = {
  'submitter@UNIT': 'acc-don-vi',
  'authority@BASE': 'acc-so-giam-doc',
  'officer@BASE': 'acc-so-chuyen-vien',
  'secretary@BASE': 'acc-so-thu-ky',
  'clerk@BASE': 'acc-so-van-thu',
  'authority@MP': 'acc-lanh-dao',
  'officer@MP': 'acc-tham-dinh',
  'secretary@MP': 'acc-thu-ky',
  'clerk@MP': 'acc-van-thu',
};

/** Whose account acts for a role at a level: his own, or that of who writes down what an outside level answers. */
export function accountFor(procedure: Procedure, asked: RoleAtLevel): `acc-${string}` {
  const { role, level } = actingFor(procedure, asked, unitOf);
  const account = people[`${role}@${level}`];
  if (!account) throw new Error(`Nobody is ${role} at ${level} in the sample province.`);
  return account;
}

/** Who issues the decisions of a level: the clerk of the body by which it is done or written down. */
export function clerkFor(procedure: Procedure, level: string): `acc-${string}` {
  const by = actingFor(procedure, { role: 'clerk', level }, unitOf).level;
  return people[`clerk@${by}`] ?? accountFor(procedure, { role: 'clerk', level });
}

/** Who signs them: the head of the body, or, of a level outside, whoever holds that office; nobody here knows his name. */
export function signerFor(
  { levels }: Procedure,
  level: string,
  language: Language,
): { readonly accountId: string; readonly name?: string } {
  const inside = people[`authority@${level}`];
  const name = levels.find(({ code }) => code === level)?.names[language] ?? level;
  return inside ? { accountId: inside } : { accountId: `outside-${level.toLowerCase()}`, name };
}
