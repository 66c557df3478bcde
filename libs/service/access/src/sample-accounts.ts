import type { Account } from './account.js';

/** Invented people of an invented province, one for each role. Where they stand: `sampleOffice`. */
export const sampleAccounts: readonly Account[] = [
  { id: 'acc-don-vi', name: 'Lê Thị Minh Hạnh', email: 'hanh@khoi-3.example', language: 'vi' },
  { id: 'acc-tham-dinh', name: 'Phạm Quốc Bảo', email: 'bao@so-noi-vu.example', language: 'vi' },
  { id: 'acc-truong-phong', name: 'Nguyễn Văn Khải', email: 'khai@so-noi-vu.example', language: 'vi' },
  { id: 'acc-thu-ky', name: 'Vũ Ngọc Lan', email: 'lan@so-noi-vu.example', language: 'vi' },
  { id: 'acc-uy-vien', name: 'Tô Thị Hoài', email: 'hoai@hoi-dong.example', language: 'vi' },
  { id: 'acc-lanh-dao', name: 'Đặng Văn Thành', email: 'thanh@ubnd-tinh.example', language: 'vi' },
  { id: 'acc-van-thu', name: 'Hoàng Thị Thu', email: 'thu@ubnd-tinh.example', language: 'vi' },
  { id: 'acc-thanh-tra', name: 'Ngô Hải Yến', email: 'yen@thanh-tra.example', language: 'vi' },
  { id: 'acc-van-hanh', name: 'Bùi Đức Long', email: 'long@trung-tam-du-lieu.example', language: 'vi' },
];
