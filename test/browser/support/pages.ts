/** Sample accounts by their role: who sees the pages. */
export const people = {
  submitter: 'acc-don-vi',
  officer: 'acc-tham-dinh',
  section_head: 'acc-truong-phong',
  secretary: 'acc-thu-ky',
  council_member: 'acc-uy-vien',
  authority: 'acc-lanh-dao',
  clerk: 'acc-van-thu',
  auditor: 'acc-thanh-tra',
  operator: 'acc-van-hanh',
} as const;

export type Role = keyof typeof people;

export const roles = Object.keys(people) as readonly Role[];

const readers: readonly Role[] = roles.filter((role) => role !== 'operator');
const workers: readonly Role[] = ['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk'];

/** A page of the web app, and for whom it is. A new page gets a line here: pictures, axe and the other suites then look at it too. */
export interface WebRoute {
  readonly name: string;
  /** `{dossier}`, `{decision}`, `{submission}`, `{handover}` and `{cluster}` stand for one that the reader may see. */
  readonly path: string;
  /** The step at which the page has its work; where no dossier is there, any is taken. */
  readonly step?: string;
  readonly roles: readonly Role[];
}

export const routes: readonly WebRoute[] = [
  { name: 'viec', path: '/viec', roles: workers },
  { name: 'viec-chung', path: '/viec?ds=free', roles: ['officer', 'section_head'] },
  { name: 'ho-so', path: '/ho-so', roles: readers },
  { name: 'ho-so-mot', path: '/ho-so/{dossier}', roles: readers },
  { name: 'ho-so-moi', path: '/ho-so/moi', roles: ['submitter'] },
  { name: 'doi-tuong', path: '/ho-so/{dossier}/doi-tuong', step: 'drafting', roles: ['submitter'] },
  { name: 'yeu-cau-bo-sung', path: '/ho-so/{dossier}/viec/request-supplement', step: 'appraisal', roles: ['officer'] },
  { name: 'dinh-chinh', path: '/ho-so/{dossier}/viec/correct-fact', roles: ['officer'] },
  { name: 'dinh-kem', path: '/ho-so/{dossier}/viec/attach-document', step: 'drafting', roles: ['submitter'] },
  { name: 'tham-dinh', path: '/ho-so/{dossier}/tham-dinh', step: 'appraisal', roles: ['officer', 'section_head'] },
  { name: 'kiem-phieu', path: '/ho-so/{dossier}/kiem-phieu', step: 'council', roles: ['secretary'] },
  { name: 'phe-duyet', path: '/ho-so/{dossier}/viec/approve', step: 'approval', roles: ['authority'] },
  { name: 'phat-lai', path: '/ho-so/{dossier}/phat-lai', roles: readers },
  {
    name: 'to-trinh',
    path: '/to-trinh',
    roles: ['officer', 'section_head', 'secretary', 'authority', 'clerk', 'auditor'],
  },
  { name: 'to-trinh-mot', path: '/to-trinh/{submission}', roles: ['officer', 'authority', 'auditor'] },
  { name: 'trinh-ky', path: '/trinh-ky', roles: ['officer', 'secretary', 'authority', 'clerk', 'auditor'] },
  { name: 'trinh-ky-mot', path: '/trinh-ky/{decision}', roles: ['authority', 'clerk', 'auditor'] },
  { name: 'ban-giao', path: '/ban-giao', roles: workers },
  { name: 'ban-giao-moi', path: '/ban-giao/moi', roles: ['officer', 'authority'] },
  { name: 'ban-giao-mot', path: '/ban-giao/{handover}', roles: ['authority'] },
  { name: 'bat-dau', path: '/bat-dau', roles: readers },
  { name: 'phien-hop', path: '/phien-hop', roles: ['secretary', 'council_member'] },
  { name: 'giay-tiep-nhan', path: '/ho-so/{dossier}/giay-tiep-nhan', roles: ['submitter', 'officer'] },
  { name: 'lich', path: '/lich', roles: readers },
  { name: 'lich-tuan', path: '/lich?tuan=2026-09-02', roles: ['officer'] },
  { name: 'thong-ke', path: '/thong-ke', roles: readers },
  { name: 'thong-ke-thoi-han', path: '/thong-ke/thoi-han', roles: ['auditor'] },
  { name: 'thong-ke-ca-nhan', path: '/thong-ke/ca-nhan', roles: ['auditor'] },
  { name: 'sang-loc', path: '/sang-loc?ngay=0', roles: ['auditor'] },
  { name: 'sang-loc-mau', path: '/sang-loc?cauHoi=sample&hatGiong=thanh-tra-2026', roles: ['auditor'] },
  { name: 'thong-bao', path: '/thong-bao', roles },
  { name: 'tai-khoan', path: '/tai-khoan', roles },
  { name: 'van-hanh', path: '/quan-tri/van-hanh', roles: ['operator'] },
  { name: 'quy-trinh', path: '/quan-tri/quy-trinh', roles: ['operator'] },
  { name: 'quy-trinh-mot', path: '/quan-tri/quy-trinh/BK_TINH', roles: ['operator'] },
  { name: 'lich-lam-viec', path: '/quan-tri/lich-lam-viec', roles: ['operator'] },
  { name: 'don-vi', path: '/quan-tri/don-vi', roles: ['operator'] },
  { name: 'don-vi-mot', path: '/quan-tri/don-vi/ubnd-tinh', roles: ['operator'] },
  { name: 'cum-khoi', path: '/quan-tri/cum-khoi', roles: ['operator'] },
  { name: 'cum-khoi-mot', path: '/quan-tri/cum-khoi/{cluster}', roles: ['operator'] },
  { name: 'cac-tai-khoan', path: '/quan-tri/tai-khoan', roles: ['operator'] },
];
