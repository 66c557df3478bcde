import type { Bilingual } from '#libs/domain/kernel';
import type { NomineeKind } from '#libs/domain/procedure';

/** The words of the public pages, Vietnamese first. */
export const words = {
  heading: { vi: 'Công khai lấy ý kiến', en: 'Public notice' },
  listHeading: { vi: 'Danh sách đang công khai', en: 'Public notices' },
  listLead: {
    vi: 'Danh sách tập thể, cá nhân được đề nghị khen thưởng đang công khai để lấy ý kiến.',
    en: 'Collectives and individuals proposed for awards, shown for the public to comment on.',
  },
  none: { vi: 'Hiện không có danh sách nào đang công khai.', en: 'Nothing is on public notice at present.' },
  award: { vi: 'Danh hiệu, hình thức', en: 'Award' },
  body: { vi: 'Cơ quan công khai', en: 'Published by' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'To the end of' },
  unknown: { vi: 'chưa có quy định', en: 'not laid down' },
  where: { vi: 'Niêm yết tại', en: 'Also posted at' },
  people: { vi: 'Danh sách', en: 'List' },
  number: { vi: 'STT', en: 'No.' },
  name: { vi: 'Họ và tên, tên tập thể', en: 'Name' },
  unit: { vi: 'Đơn vị công tác', en: 'Place of work' },
  kind: { vi: 'Đối tượng', en: 'Kind' },
  opinion: { vi: 'Gửi ý kiến', en: 'Send your opinion' },
  opinionLead: {
    vi: 'Ý kiến đồng ý hoặc phản ánh xin gửi bằng văn bản, có ký tên, trước khi hết thời gian công khai. Thông tin người gửi được giữ kín.',
    en: 'Write to the address below, signed, before the time of the notice is over. Who writes is kept confidential.',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  closed: { vi: 'Đã hết thời gian công khai', en: 'The time of this notice is over' },
  closedLead: {
    vi: 'Danh sách này không còn được hiển thị.',
    en: 'This list is not shown any more.',
  },
  missing: { vi: 'Không có danh sách này', en: 'There is no such notice' },
  missingLead: {
    vi: 'Xin kiểm tra lại địa chỉ, hoặc xem các danh sách đang công khai.',
    en: 'Please check the address, or look at the notices that hang out.',
  },
  all: { vi: 'Xem tất cả danh sách đang công khai', en: 'All public notices' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  switchLabel: { vi: 'Xem bằng tiếng Anh', en: 'Read in Vietnamese' },
  foot: {
    vi: 'Chỉ công khai họ tên, đơn vị công tác theo quy định. Không sao chép danh sách sau khi hết thời gian công khai.',
    en: 'Only names and places of work are posted, as the law says. Do not keep the list once its time is over.',
  },
} as const satisfies Record<string, Bilingual>;

export const kindWords: Readonly<Record<NomineeKind, Bilingual>> = {
  collective: { vi: 'Tập thể', en: 'Collective' },
  individual: { vi: 'Cá nhân', en: 'Individual' },
  household: { vi: 'Hộ gia đình', en: 'Household' },
};
