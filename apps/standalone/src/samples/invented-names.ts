import type { Chance } from './chance.js';

/** Somebody who does not exist. */
export interface InventedPerson {
  readonly name: string;
  readonly sex: 'female' | 'male';
}

const surnames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Trịnh',
  'Mai',
  'Tạ',
  'Cao',
  'Lương',
  'Quách',
  'Âu',
  'Doãn',
  'Kiều',
  'Thái',
];
const women = [
  'Thị Ánh Tuyết',
  'Thị Bích Ngọc',
  'Thị Duyên',
  'Hồng Hạnh',
  'Khánh Linh',
  'Thị Kim Oanh',
  'Thị Loan',
  'Minh Nguyệt',
  'Thị Như Quỳnh',
  'Thị Phương Thảo',
  'Thị Quế',
  'Thu Trang',
  'Thị Út',
  'Tường Vy',
  'Thị Xuân',
  'Yến Nhi',
];
const men = [
  'Anh Tuấn',
  'Bá Lộc',
  'Công Phượng',
  'Duy Khánh',
  'Đình Trọng',
  'Gia Bảo',
  'Hữu Đức',
  'Khắc Hiếu',
  'Minh Quân',
  'Ngọc Sơn',
  'Quang Huy',
  'Thanh Tùng',
  'Tiến Dũng',
  'Trọng Nghĩa',
  'Văn Ý',
  'Xuân Trường',
];

/** Names of other peoples of the country: Thái, Tày, Mường, Mông, Dao, Khmer, Ê Đê, Gia Rai, Ba Na, Bru, Hà Nhì, Chăm, Hoa. */
const others: readonly InventedPerson[] = [
  'Lò Thị Pành',
  'Cà Thị Hoan',
  'Quàng Thị Xôm',
  'Nông Thị Bế',
  'Vi Thị Nhình',
  'Bùi Thị Ẻn',
  'Giàng Thị Dợ',
  'Vàng Thị Chứ',
  'Sùng Thị Mỷ',
  'Phàn Tả Mẩy',
  'Chảo Mùi Pham',
  'Thạch Thị Sa Rây',
  'Kim Thị Chanh Đa',
  'H’Nhi Niê',
  'H Yuôm Êban',
  'Ksor H’Bia',
  'Rơ Châm H’Lin',
  'Đinh Thị Y Hoài',
  'Hồ Thị Con',
  'Pờ Gió Nu',
  'Chamaléa Thị Hằng',
  'Tắc Sìu Lình',
  'Lù Thị Sáo',
  'Tẩn Mý Dao',
]
  .map((name): InventedPerson => ({ name, sex: 'female' }))
  .concat(
    [
      'Lò Văn Ún',
      'Tòng Văn Hịa',
      'Quàng Văn Ó',
      'Hà Công Thẩm',
      'Nông Ích Chất',
      'Bùi Văn Nhỏm',
      'Giàng A Sáu',
      'Vừ Mí Kẻ',
      'Sùng Seo Páo',
      'Thào A Chư',
      'Phàn Vần Siệu',
      'Thạch Sa Phol',
      'Danh Út',
      'Y Blô Êban',
      'Ksor Y Thuật',
      'Rơ Ô Bhung',
      'A Thút',
      'Đinh Hnứt',
      'Hồ Văn Ngheo',
      'Pờ Xì Phạ',
      'Đạo Thanh Quyền',
      'Voòng A Sáng',
      'Lý Lao Tả',
      'Lù Seo Dìn',
    ].map((name): InventedPerson => ({ name, sex: 'male' })),
  );

/** About one in four has a name that is not Kinh. */
export function inventPerson(chance: Chance): InventedPerson {
  if (chance.happens(26)) return chance.pick(others);
  const sex = chance.happens(52) ? 'female' : 'male';
  return { name: `${chance.pick(surnames)} ${chance.pick(sex === 'female' ? women : men)}`, sex };
}

const rooms = [
  'Phòng Kế hoạch – Tài chính',
  'Phòng Tổ chức, Hành chính',
  'Phòng Nghiệp vụ II',
  'Tổ Cấp cứu – Hồi sức tích cực và Chống độc',
  'Tổ Khuyến nông cộng đồng các bản Nậm Khao, Nậm Hản và Tà Phìn Chải',
  'Tổ chuyên môn Khoa học tự nhiên',
  'Đội Quản lý, bảo dưỡng công trình giao thông và phòng, chống lụt bão số 3',
  'Ban Công tác Mặt trận thôn Phú Lộc',
  'Tổ Công nghệ số cộng đồng',
  'Trạm Y tế',
  'Đội Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ khu vực II',
  'Hội đồng tư vấn giáo dục nghề nghiệp',
];

export const inventRoom = (chance: Chance): string => chance.pick(rooms);
