import type { AwardKind, NomineeKind } from '#libs/domain/procedure';
import { Chance } from './chance.js';
import { inventPerson, inventRoom } from './invented-names.js';
import { letterSorts } from './letter-stories.js';
import { BASE_UNIT, leaver, submitting } from './sample-chart.js';
import type { Nominees, Sort, Story, Twist } from './story.js';
import { twists } from './twists.js';

const byOfficer = twists.assigned('acc-tham-dinh', 'pos-chuyen-vien-1');
const byLeaver = twists.assigned(leaver.accountId, leaver.positionId);
const takenByOfficer = twists.takenBy('officer', 'complete-appraisal');
const takenBySecretary = twists.takenBy('secretary', 'record-council-result');
const takenByAuthority = twists.takenBy('authority', 'approve');
const takenByClerk = twists.takenBy('clerk', 'archive');
const certificate = { award: 'BK_TINH', kinds: ['cong_trang', 'chuyen_de', 'dot_xuat'] } as const;
const fighter = { award: 'CSTDCS', kinds: ['cong_trang'] } as const;
const collective = { award: 'TTLDXS', kinds: ['cong_trang'] } as const;
const answeredSupplement: Twist = { ...twists.asked, stays: false };

/** Everything that the sample province has, in all states. */
const sorts: readonly Sort[] = [
  { name: 'nhap-trong', ...certificate, count: 2, began: [1, 4], more: { nominees: [] } },
  { name: 'nhap-do-dang', ...certificate, count: 6, began: [1, 9], papers: 2, until: 'submit' },
  { name: 'nhap-du', ...fighter, count: 2, began: [2, 6], until: 'submit' },
  { name: 'da-nop', ...certificate, count: 7, began: [1, 5], until: 'receive' },
  { name: 'da-nop-cstd', ...fighter, count: 4, began: [1, 4], until: 'receive' },
  { name: 'bo-sung-truoc', ...certificate, count: 4, began: [6, 12], twists: [twists.askedBeforeReceipt] },
  { name: 'dang-tham-dinh', ...certificate, count: 12, began: [2, 7], until: 'appraise-nominees', twists: [byOfficer] },
  { name: 'chua-giao', ...certificate, count: 8, began: [2, 7], until: 'appraise-nominees' },
  { name: 'sap-den-han', ...certificate, count: 7, began: [19, 20], until: 'complete-appraisal', twists: [byOfficer] },
  { name: 'qua-han', ...certificate, count: 7, began: [23, 34], until: 'complete-appraisal', twists: [byOfficer] },
  {
    name: 'qua-han-cstd',
    ...fighter,
    count: 3,
    began: [24, 29],
    until: 'complete-appraisal',
    twists: [takenByOfficer],
  },
  { name: 'ban-giao', ...certificate, count: 6, began: [4, 15], until: 'complete-appraisal', twists: [byLeaver] },
  { name: 'cho-bo-sung', ...certificate, count: 8, began: [6, 16], twists: [byOfficer, twists.asked] },
  { name: 'tam-dung', ...certificate, count: 4, began: [10, 18], twists: [byOfficer, twists.suspended] },
  { name: 'tra-lai', ...certificate, count: 6, began: [8, 30], twists: [byOfficer, twists.returned] },
  { name: 'da-rut', ...certificate, count: 2, began: [8, 30], twists: [twists.withdrawn] },
  { name: 'khong-duyet', ...certificate, count: 2, began: [30, 40], pace: 3, twists: [twists.rejected] },
  {
    name: 'tach',
    ...certificate,
    count: 2,
    began: [8, 11],
    until: 'complete-appraisal',
    twists: [byOfficer, twists.detached],
  },
  {
    name: 'dinh-chinh',
    ...certificate,
    count: 2,
    began: [12, 17],
    until: 'record-council-result',
    twists: [twists.corrected],
  },
  { name: 'cho-hoi-dong', ...certificate, count: 8, began: [13, 18], pace: 2, until: 'record-council-result' },
  {
    name: 'cho-hoi-dong-nhan',
    ...certificate,
    count: 3,
    began: [14, 18],
    pace: 2,
    until: 'record-council-result',
    twists: [takenBySecretary],
  },
  { name: 'cho-hoi-dong-cstd', ...fighter, count: 5, began: [12, 17], pace: 2, until: 'record-council-result' },
  {
    name: 'gia-han',
    ...certificate,
    count: 2,
    began: [22, 24],
    pace: 4,
    until: 'record-council-result',
    twists: [twists.extended],
  },
  { name: 'trinh-ky', ...certificate, count: 8, began: [17, 24], pace: 2, until: 'approve' },
  {
    name: 'trinh-ky-nhan',
    ...certificate,
    count: 3,
    began: [18, 24],
    pace: 2,
    until: 'approve',
    twists: [takenByAuthority],
  },
  { name: 'du-thao', ...certificate, count: 6, began: [24, 30], pace: 2, batch: 3, more: { unsigned: true } },
  { name: 'du-thao-cstd', ...fighter, count: 3, began: [24, 28], pace: 2, batch: 3, more: { unsigned: true } },
  { name: 'cho-trao', ...certificate, count: 4, began: [28, 34], pace: 2, until: 'confer', batch: 3 },
  { name: 'cho-luu', ...certificate, count: 4, began: [36, 40], pace: 2, until: 'archive', batch: 2 },
  {
    name: 'cho-luu-nhan',
    ...certificate,
    count: 3,
    began: [38, 44],
    pace: 2,
    until: 'archive',
    batch: 3,
    twists: [takenByClerk],
  },
  { name: 'xong', ...certificate, count: 9, began: [50, 70], pace: 2, batch: 3, twists: [byOfficer] },
  { name: 'xong-bo-sung', ...certificate, count: 4, began: [60, 75], pace: 2, batch: 3, twists: [answeredSupplement] },
  { name: 'xong-tre', ...certificate, count: 4, began: [75, 90], pace: 9, batch: 3 },
  { name: 'ky-ngoai-gio', ...certificate, count: 2, began: [50, 60], pace: 2, batch: 2, more: { signedAtNight: true } },
  {
    name: 'thay-giay-to',
    ...certificate,
    count: 2,
    began: [55, 65],
    pace: 2,
    batch: 2,
    twists: [twists.askedAfterVerdicts, twists.replaced],
  },
  { name: 'xong-cstd', ...fighter, count: 5, began: [55, 80], pace: 2, batch: 2 },
  { name: 'tap-the', ...collective, count: 5, began: [14, 16], until: 'complete-appraisal' },
  { name: 'tap-the-hoi-dong', ...collective, count: 4, began: [17, 20], pace: 2, until: 'record-council-result' },
  { name: 'tap-the-xong', ...collective, count: 4, began: [60, 70], pace: 2, batch: 3 },
  {
    name: 'co-thi-dua',
    award: 'CO_BT',
    kinds: ['cong_trang'],
    count: 3,
    began: [12, 15],
    pace: 1,
    until: 'record-opinion',
  },
  {
    name: 'huan-chuong',
    award: 'HCLD3',
    kinds: ['cong_trang'],
    count: 3,
    began: [20, 24],
    pace: 1,
    until: 'record-council-result',
  },
  // Their lists hang out today.
  {
    name: 'dang-cong-khai',
    award: 'HCLD3',
    kinds: ['cong_trang'],
    count: 2,
    began: [12, 14],
    pace: 1,
    until: 'record-council-result',
  },
  {
    name: 'huan-chuong-trinh',
    award: 'HCLD3',
    kinds: ['cong_trang'],
    count: 2,
    began: [58, 62],
    pace: 1,
    until: 'record-opinion',
  },
  ...letterSorts,
  { name: 'ky-niem-chuong', award: 'KNC', kinds: ['cong_hien'], count: 5, began: [8, 20], pace: 2, until: 'approve' },
];

const subjectsOf: Readonly<Record<string, readonly NomineeKind[]>> = {
  BK_TINH: ['individual', 'individual', 'individual', 'collective', 'household'],
  HCLD3: ['individual', 'collective'],
  TTLDXS: ['collective'],
  CO_BT: ['collective'],
};

const batches: Readonly<Partial<Record<AwardKind, readonly string[]>>> = {
  cong_trang: [
    'tổng kết phong trào thi đua năm 2026',
    'hoàn thành xuất sắc nhiệm vụ 6 tháng đầu năm 2026',
    'hoàn thành nhiệm vụ công tác quý III năm 2026',
    'phong trào thi đua “Dân vận khéo” năm 2026',
  ],
  chuyen_de: [
    'phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”',
    'chuyên đề chuyển đổi số giai đoạn 2024–2026',
    'phong trào “Xóa nhà tạm, nhà dột nát”',
  ],
  dot_xuat: ['đột xuất trong phòng, chống lũ quét và sạt lở đất', 'đột xuất trong cứu người bị nạn trên sông'],
  cong_hien: ['vì sự nghiệp thi đua, khen thưởng'],
};

const awardNames: Readonly<Record<string, string>> = {
  BK_TINH: 'Bằng khen',
  CSTDCS: 'Chiến sĩ thi đua cơ sở',
  TTLDXS: 'Tập thể lao động xuất sắc',
  CO_BT: 'Cờ thi đua của tỉnh',
  HCLD3: 'Huân chương Lao động hạng Ba',
  KNC: 'Kỷ niệm chương',
};

/** Where block no. 3 hands in, whose officer is the sample account that submits. */
const block3 = {
  holder: 'acc-don-vi',
  name: ['Khối thi đua số 3', 'Emulation block no. 3'],
  cluster: 'Khối thi đua số 3',
} as const;

/** All stories: the same ones every time. A unit that proposes for the same occasion again says which time it is. */
export function sampleStories(): readonly Story[] {
  const times = new Map<string, number>();
  return sorts
    .flatMap((sort) => Array.from({ length: sort.count }, (_, nth): Story => storyOf(sort, nth)))
    .map((story) => {
      const time = (times.get(story.title) ?? 0) + 1;
      times.set(story.title, time);
      return time === 1 ? story : { ...story, title: `${story.title} (lần ${time})` };
    });
}

function storyOf(sort: Sort, nth: number): Story {
  const {
    name,
    award,
    count,
    kinds = [],
    began: [least, most],
    pace = 1,
    batch = 1,
    more = {},
  } = sort;
  const key = `${name}-${nth + 1}`;
  const chance = Chance.for('story', key);
  // Every third one is of the block whose officer people sign in as.
  const unit = nth % 3 === 0 ? block3 : chance.pick(submitting);
  const kind = kinds[nth % Math.max(kinds.length, 1)] ?? 'cong_trang';
  const began = count === 1 ? least : Math.round(least + ((most - least) * nth) / (count - 1));
  const occasion = chance.pick(batches[kind] ?? ['năm 2026']);
  return {
    key,
    award,
    kind,
    title: `${awardNames[award] ?? award} ${occasion}, ${unit.name[0]}`.slice(0, 200),
    submitter: unit.holder,
    bodyId: award === 'TTLDXS' || award === 'HCLD3' ? BASE_UNIT : 'ubnd-tinh',
    cluster: unit.cluster,
    nominees: nomineesFor(award, unit.cluster, chance),
    began,
    pace,
    ...(sort.until ? { until: sort.until } : {}),
    ...(sort.papers === undefined ? {} : { papers: sort.papers }),
    twists: sort.twists ?? [],
    batch: `${name}-${Math.floor(nth / batch) + 1}`,
    ...more,
  };
}

function nomineesFor(award: string, cluster: string, chance: Chance): Nominees {
  const subjects = subjectsOf[award] ?? ['individual'];
  const names = new Set<string>();
  const most = award === 'HCLD3' || award === 'CO_BT' ? 3 : chance.happens(15) ? 34 : 9;
  return Array.from({ length: chance.whole(2, most) }).flatMap((_, nth) => {
    const kind = chance.pick(subjects);
    const unit = inventRoom(chance);
    const person = inventPerson(chance);
    const name =
      kind === 'individual'
        ? person.name
        : kind === 'household'
          ? `Hộ gia đình ${person.name}`
          : `${unit}, nhóm ${nth + 1}`;
    if (names.has(name)) return [];
    names.add(name);
    return [
      {
        kind,
        name,
        unit,
        cluster,
        ...(kind === 'individual'
          ? { sex: person.sex, standing: chance.happens(67) ? ('direct_worker' as const) : ('leader' as const) }
          : {}),
        ...(award === 'TTLDXS' ? { claims: compositionOf(chance) } : {}),
      },
    ];
  });
}

/** Of some collectives too few members are advanced workers (R14): there the criteria propose a no. */
const compositionOf = (chance: Chance) => {
  const members = chance.whole(12, 40);
  return {
    meritYear: 2026,
    composition: {
      members,
      women: Math.floor(members / 2),
      holders: { LDTT: Math.round((members * chance.whole(60, 95)) / 100), CSTDCS: 1 },
    },
  };
};
